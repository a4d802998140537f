import {
  Button,
  Checkbox,
  ErrorState,
  Form,
  Heading,
  Input,
  LoadingButton,
  LoadingSpinner,
  Tag,
  TextArea,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type { FailureCode } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import {
  exampleAction,
  exampleContent,
  exampleLine,
  exampleNote,
  exampleOtherView,
  exampleRepView,
  exampleView,
} from './example-views.ts';
import { closeCards, openCoaching, refusal } from './open-coaching.tsx';

afterEach(closeCards);

const CARD = 'GET /cards/coaching';
const done = (message: string) => ({ message });

describe('the first question', () => {
  it('names the deal, and says that it is being read', async () => {
    const card = openCoaching({ [CARD]: exampleView() });
    expect(card.renderer.find(LoadingSpinner).props.label).toBe('Reading coaching');
    const { query } = await card.call(CARD);
    expect(query).toEqual({ recordType: 'deal', recordId: '4711', place: 'crm.record.tab' });
    await card.reads('Ana Ruiz');
    expect(card.count(CARD)).toBe(1);
  });

  it('names a contact with its owner as HubSpot shows it, once HubSpot has said', async () => {
    const card = openCoaching({ [CARD]: exampleView() }, { objectTypeId: '0-1' });
    const { query } = await card.call(CARD);
    expect(query).toEqual({
      recordType: 'contact',
      recordId: '4711',
      ownerId: '9001',
      place: 'crm.record.tab',
    });
  });

  it('waits on a contact for the owner, and names none where there is none', async () => {
    const owner = { properties: {}, isLoading: true };
    const card = openCoaching({ [CARD]: exampleView({ rep: null }) }, { objectTypeId: '0-1', owner });
    expect(card.renderer.find(LoadingSpinner).props.label).toBe('Reading coaching');
    card.setOwner({ properties: { hubspot_owner_id: '' }, isLoading: false });
    const { query } = await card.call(CARD);
    expect(query).not.toHaveProperty('ownerId');
  });

  it('is asked again when a deal gets another owner, at once and a moment later', async () => {
    const card = openCoaching({ [CARD]: exampleView() });
    await card.reads('Ana Ruiz');
    card.setOwner({ properties: { hubspot_owner_id: '9002' } });
    await card.call(CARD, 2);
    expect(card.count(CARD)).toBe(3);
  });
});

describe('what each person sees', () => {
  it('the manager: lines, actions, the way to write, and what was said', async () => {
    const card = openCoaching({ [CARD]: exampleView() });
    await card.reads('Ana Ruiz');
    const seen = card.words().filter((word) => !/^coaching-/.test(word));
    const order = [
      'Ana Ruiz',
      'Ana Ruiz wants to talk about',
      'How do I get to procurement?',
      'You: introduce Jo at Acme',
      'due yesterday',
      'Ana Ruiz: send pricing',
      'Write a note',
      '12 Nov 2026 · You',
      'Deal coaching · shared · Ana Ruiz agreed',
      'Signed order form by 30 Nov',
      'Add to this',
    ];
    expect(seen.filter((word) => order.includes(word))).toEqual(order);
    expect(card.renderer.findAll(Tag).map((tag) => tag.text)).toEqual(['due yesterday']);
  });

  it('the rep: what was shared, three equal answers, their own lines and actions, nothing to write a note with', async () => {
    const card = openCoaching({ [CARD]: exampleRepView() });
    await card.reads('Your coaching on this deal');
    const answers = card.renderer
      .findAll(LoadingButton)
      .filter((button) => ['Seen', 'Agreed', 'Disagreed'].includes(button.text ?? ''));
    expect(answers.map(({ props }) => [props.variant, props.size, props.disabled])).toEqual([
      ['secondary', 'sm', false],
      ['secondary', 'sm', false],
      ['secondary', 'sm', false],
    ]);
    expect(card.words()).not.toContain('Write a note');
    expect(card.words()).toContain('For your next 1:1');
  });

  it('markup, scripts, text from right to left and emoji stand as they were written, and do nothing', async () => {
    const texts = [
      '<script>document.title = "taken"</script><img src=x onerror="alert(1)">',
      '{{constructor}} ${7 * 7} &lt;b&gt;',
      'השם שלי אנה \u202Eabc\u202C مرحبا',
      '👩‍👩‍👧‍👦 🏳️‍🌈 é',
    ];
    const passages = texts.map((text, index) => ({ label: `Passage ${index}`, text }));
    const card = openCoaching({ [CARD]: exampleView({ notes: [exampleNote({ passages })] }) });
    await card.reads('Passage 3');
    expect(card.words()).toEqual(expect.arrayContaining(texts));
  });

  it.each([
    ['the manager', exampleView(), 'Prepare 1:1', '9001'],
    ['the rep', exampleRepView(), 'Prepare my 1:1', 'own'],
  ])('%s is led to the 1:1 on the home page', async (_who, view, label, repId) => {
    const card = openCoaching({ [CARD]: view });
    await card.reads('Next 1:1 Thu 26 Nov 2026, in 2 days');
    card.renderer.find(Button, ({ text }) => text === label).trigger('onClick');
    expect(card.renderer.mocks.actions.navigateToPage.calls).toEqual([
      [{ to: '/coaching/:repId', params: { repId } }],
    ]);
  });

  it('anybody else: whom it is between, and nothing of it', async () => {
    const card = openCoaching({ [CARD]: exampleOtherView() });
    await card.reads('Coaching on this deal is between Ana Ruiz and their manager.');
    expect(card.words()).toHaveLength(2);
  });

  it('a manager of before: what they wrote then, and no way to write more', async () => {
    const card = openCoaching({ [CARD]: { ...exampleOtherView(), notes: [exampleNote({ mayAdd: false })] } });
    await card.reads('Signed order form by 30 Nov');
    expect(card.words()).not.toContain('Write a note');
    expect(card.words()).not.toContain('Add to my next 1:1');
  });

  it('on a record without an owner: what to do, and nothing to write', async () => {
    const nextStep = 'Give it an owner, and their manager can coach here.';
    const card = openCoaching({
      [CARD]: { ...exampleOtherView(), rep: null, headline: 'This deal has no owner', nextStep },
    });
    await card.reads(nextStep);
    expect(card.words()).not.toContain('Write a note');
  });

  it('where there is nothing yet: what to do next', async () => {
    const nextStep = 'Nothing has been written yet.';
    const card = openCoaching({ [CARD]: exampleView({ nextStep, lines: [], actions: [], notes: [] }) });
    await card.reads(nextStep);
    expect(card.words()).toContain('Write a note');
    expect(card.words()).not.toContain('Actions');
  });

  it('older notes when they are wanted, and a very long text when it is', async () => {
    const notes = Array.from({ length: 7 }, (_, index) =>
      exampleNote({
        id: String(index + 1),
        passages: [{ label: 'Note', text: `${'long '.repeat(200)}over` }],
      }),
    );
    const card = openCoaching({ [CARD]: exampleView({ notes }) });
    await card.reads('Show 2 older');
    expect(card.words().join(' ')).not.toContain('over');
    card.renderer.find(Button, (button) => button.text === 'Show 2 older').trigger('onClick');
    card.renderer.find(Button, (button) => button.text === 'Show all of it').trigger('onClick');
    await eventually(() =>
      expect(card.words().filter((word) => word === '12 Nov 2026 · You')).toHaveLength(7),
    );
    await card.reads(/long over$/);
  });
});

describe('the sidebar', () => {
  it('shows what is open and a line on the newest note, no history', async () => {
    const actions = [exampleAction(), exampleAction({ id: '9', text: 'done already', isDone: true })];
    const card = openCoaching({ [CARD]: exampleView({ actions }) }, { extent: 'glance' });
    await card.reads('12 Nov 2026 · Deal coaching · shared · Ana Ruiz agreed');
    expect(card.words()).toContain(exampleView().nextMeeting);
    expect(card.words()).not.toContain('Signed order form by 30 Nov');
    expect(card.words().join()).not.toContain('done already');
    expect(card.words()).not.toContain('Write a note');
  });

  it('shows the note that waits for the viewer, to read and to answer', async () => {
    const card = openCoaching({ [CARD]: exampleRepView() }, { extent: 'glance' });
    await card.reads('Signed order form by 30 Nov');
    expect(card.words()).toContain('Disagreed');
  });

  it('says that a note was begun', async () => {
    const draft = { id: '61', version: 2, content: exampleContent(), savedLabel: 'Saved 24 Nov, 10:42' };
    const card = openCoaching({ [CARD]: exampleView({ draft }) }, { extent: 'glance' });
    await card.reads(/^You have begun a note/);
  });
});

describe('what a person does', () => {
  const press = (card: ReturnType<typeof openCoaching>, label: string) =>
    card.renderer.find(LoadingButton, (button) => button.text === label).trigger('onClick');

  it.each([
    ['Seen', 'seen'],
    ['Agreed', 'agreed'],
    ['Disagreed', 'disagreed'],
  ])('%s is one click, and the card is asked again', async (label, answer) => {
    const card = openCoaching({
      [CARD]: exampleRepView(),
      'POST /cards/coaching/note/acknowledge': done('Maria can see it.'),
    });
    await card.reads(label);
    press(card, label);
    const { body } = await card.call('POST /cards/coaching/note/acknowledge');
    expect(body).toEqual({ noteId: '51', version: 3, answer, key: expect.any(String) });
    await card.call(CARD, 1);
    expect(card.alerts()).toEqual(['Maria can see it.']);
  });

  it('an answer to a note that was changed since brings the note as it is now, and why', async () => {
    const path = 'POST /cards/coaching/note/acknowledge';
    const card = openCoaching({
      [CARD]: exampleRepView(),
      [path]: refusal('conflict', 'Your manager has changed this note since.', 'version'),
    });
    await card.reads('Agreed');
    const passages = [{ label: 'Goal', text: 'Signed by 15 Dec' }];
    const changed = exampleNote({ version: 4, passages, acknowledgement: null, mayAcknowledge: true });
    card.answers[CARD] = exampleRepView({ notes: [changed] });
    press(card, 'Agreed');
    await card.reads('Signed by 15 Dec');
    await card.reads('Your manager has changed this note since.');
    press(card, 'Agreed');
    expect((await card.call(path, 1)).body).toMatchObject({ version: 4 });
  });

  it('a note that was seen can still be agreed to', async () => {
    const note = exampleNote({ acknowledgement: 'seen', mayAcknowledge: true });
    const card = openCoaching({ [CARD]: exampleRepView({ notes: [note] }) });
    await card.reads('Agreed');
    expect(card.words()).not.toContain('Seen');
  });

  it('an answer that did not come through says so, and the same press tries the same again', async () => {
    const path = 'POST /cards/coaching/note/acknowledge';
    const card = openCoaching({ [CARD]: exampleRepView(), [path]: refusal('unavailable', 'Not now.') });
    await card.reads('Agreed');
    press(card, 'Agreed');
    await card.reads('Not now.');
    card.answers[path] = done('Thank you.');
    press(card, 'Agreed');
    const [first, second] = [await card.call(path), await card.call(path, 1)];
    expect(second.body).toEqual(first.body);
    await eventually(() => expect(card.alerts()).toEqual(['Thank you.']));
  });

  it('ticks an action, and unticks it where the service refuses', async () => {
    const path = 'POST /cards/coaching/action/tick';
    const card = openCoaching({ [CARD]: exampleRepView(), [path]: refusal('unavailable', 'Not now.') });
    await card.reads('You: send pricing');
    expect(card.renderer.findAll(Checkbox)).toHaveLength(1);
    card.renderer.find(Checkbox).trigger('onChange', true as never);
    expect((await card.call(path)).body).toMatchObject({ actionId: '72', isDone: true });
    await card.reads('Not now.');
    expect(card.renderer.find(Checkbox).props.checked).toBe(false);
    card.answers[path] = done('Done.');
    card.renderer.find(Checkbox).trigger('onChange', true as never);
    await card.call(CARD, 1);
    expect(card.renderer.find(Checkbox).props.checked).toBe(true);
  });

  it('adds a line to the next 1:1, about this record', async () => {
    const path = 'POST /cards/coaching/line';
    const card = openCoaching({ [CARD]: exampleRepView(), [path]: done('It is on the agenda.') });
    await card.reads('Add to my next 1:1');
    const button = () => card.renderer.find(LoadingButton, ({ text }) => text === 'Add to my next 1:1');
    expect(button().props.disabled).toBe(true);
    card.renderer.find(Input).trigger('onInput', ' Pricing ' as never);
    expect(button().props.disabled).toBe(false);
    card.renderer.find(Form).trigger('onSubmit');
    expect((await card.call(path)).body).toMatchObject({
      recordType: 'deal',
      recordId: '4711',
      text: 'Pricing',
    });
    await card.call(CARD, 1);
    await eventually(() => expect(button().props.disabled).toBe(true));
  });

  it('keeps a line that was refused, with the complaint at its field', async () => {
    const path = 'POST /cards/coaching/line';
    const card = openCoaching({
      [CARD]: exampleRepView(),
      [path]: refusal('bad_request', 'Too long.', 'text'),
    });
    await card.reads('Add to my next 1:1');
    card.renderer.find(Input).trigger('onChange', 'Pricing' as never);
    card.renderer.find(Form).trigger('onSubmit');
    await eventually(() =>
      expect(card.renderer.find(Input).props).toMatchObject({
        error: true,
        validationMessage: 'Too long.',
        value: 'Pricing',
      }),
    );
  });

  it('hands a line on that was written for a former manager, to whom the card has named', async () => {
    const path = 'POST /cards/coaching/line/hand-on';
    const notice = 'Written for Maria Lang, your manager then. Olga Brandt does not read it.';
    const handOn = { managerId: '9009', label: 'Let Olga Brandt read it' };
    const view = exampleRepView({ lines: [exampleLine({ notice, handOn })] });
    const card = openCoaching({ [CARD]: view, [path]: done('Olga Brandt can read it now.') });
    await card.reads(notice);
    press(card, 'Let Olga Brandt read it');
    expect((await card.call(path)).body).toMatchObject({ lineId: '81', managerId: '9009' });
    await card.call(CARD, 1);
    expect(card.alerts()).toEqual(['Olga Brandt can read it now.']);
    expect(card.renderer.find(Input).props.description).toBe('Maria Lang reads it.');
  });

  it('withdraws a line', async () => {
    const path = 'POST /cards/coaching/line/withdraw';
    const card = openCoaching({ [CARD]: exampleRepView(), [path]: done('Withdrawn.') });
    await card.reads('Withdraw');
    press(card, 'Withdraw');
    expect((await card.call(path)).body).toMatchObject({ lineId: '81' });
    await card.call(CARD, 1);
  });

  it('adds to a note that stays as it is', async () => {
    const path = 'POST /cards/coaching/note/addendum';
    const card = openCoaching({ [CARD]: exampleView(), [path]: done('Added.') });
    await card.reads('Add to this');
    card.renderer.find(Button, ({ text }) => text === 'Add to this').trigger('onClick');
    await card.reads('What do you want to add?');
    card.renderer
      .find(TextArea, ({ props }) => props.name === 'addendum-51')
      .trigger('onInput', 'It was Jo.' as never);
    card.renderer.find(Form).trigger('onSubmit');
    expect((await card.call(path)).body).toMatchObject({ noteId: '51', text: 'It was Jo.' });
    await card.call(CARD, 1);
    expect(card.words()).not.toContain('What do you want to add?');
  });
});

describe('when the service does not give a view', () => {
  it.each<[FailureCode, string]>([
    ['forbidden', 'You cannot see this'],
    ['not_connected', 'Sideline is not connected'],
    ['not_found', 'Nothing to show here'],
    ['unavailable', 'Sideline cannot be reached'],
  ])('%s', async (code, title) => {
    const card = openCoaching({ [CARD]: refusal(code, 'In words of the service.') });
    await card.reads('In words of the service.');
    expect(card.renderer.find(ErrorState).props.title).toBe(title);
  });

  it('not ready: the deals are still being read', async () => {
    const card = openCoaching({ [CARD]: refusal('not_ready', '3,200 of 12,480 deals read.') });
    await card.reads('Sideline is reading your deals');
    card.answers[CARD] = exampleView();
    card.renderer.find(Button, ({ text }) => text === 'Check again').trigger('onClick');
    await eventually(() => card.renderer.find(Heading));
  });

  it('HubSpot does not say who owns the contact: says so, and asks again when told to', async () => {
    const refetch = jest.fn(async () => undefined);
    const owner = { properties: {}, error: new Error('no'), refetch };
    const card = openCoaching({ [CARD]: exampleView() }, { objectTypeId: '0-1', owner });
    await card.reads('HubSpot did not say who owns this contact. Try again in a minute.');
    card.renderer.find(Button).trigger('onClick');
    expect(refetch).toHaveBeenCalled();
    expect(card.calls).toEqual([]);
  });

  it('stays, and says that it is old, when it could not be refreshed', async () => {
    const card = openCoaching({ [CARD]: exampleView() });
    await card.reads('Ana Ruiz');
    card.answers[CARD] = refusal('unavailable', 'Not now.');
    card.setOwner({ properties: { hubspot_owner_id: '9002' } });
    await card.reads('Could not be refreshed just now. This is what was there before.');
    expect(card.words()).toContain('Signed order form by 30 Nov');
  });
});

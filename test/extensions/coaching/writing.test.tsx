import {
  Alert,
  Button,
  DateInput,
  Input,
  LoadingButton,
  Select,
  TextArea,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleContent, exampleNote, exampleView } from './example-views.ts';
import { closeCards, openCoaching, refusal, type Call } from './open-coaching.tsx';
import { CARD, EDIT, openPanel, SAVE, savedAs } from './open-panel.tsx';

afterEach(closeCards);

describe('the form', () => {
  it('begins by GROW, about the deal, with one line for an action that has who and when', async () => {
    const card = await openPanel();
    expect(
      card
        .panel()
        .findAll(TextArea)
        .map(({ props }) => props.label),
    ).toEqual(['Goal', 'Reality', 'Options', 'Will']);
    expect(card.panel().find(ToggleGroup).props.value).toBe('deal');
    expect(card.panel().find(Select).props.value).toBe('rep');
    expect(card.panel().find(DateInput).props.value).toEqual({ year: 2026, month: 11, date: 1 });
    expect(card.words()).toContain('Anyone who can see this deal can read this.');
    expect(card.words()).toContain('Private to you. Ana Ruiz may receive a copy if they ask for their data.');
  });

  it('has one primary button, which waits for words', async () => {
    const card = await openPanel();
    const buttons = () => card.panel().findAll(LoadingButton);
    expect(buttons().map(({ text, props }) => [text, props.variant, props.disabled])).toEqual([
      ['Share with Ana', 'primary', true],
    ]);
    card.type('goal', 'Signed');
    await eventually(() => expect(buttons()[0]!.props.disabled).toBe(false));
  });

  it('keeps the words when it changes between GROW and free text', async () => {
    const card = await openPanel();
    card.type('goal', 'Signed');
    card.press('Write freely instead');
    await eventually(() => expect(card.field('text').props.value).toBe('Goal: Signed'));
    card.press('Use Goal, Reality, Options, Will');
    await eventually(() => expect(card.field('goal').props.value).toBe('Signed'));
  });

  it('does not answer keys with a value, which would undo those typed meanwhile', async () => {
    const card = await openPanel();
    card.type('goal', 'Sig');
    await card.call(SAVE);
    expect(card.field('goal').props.value).toBe('');
    card.commit('goal', 'Signed');
    await eventually(() => expect(card.field('goal').props.value).toBe('Signed'));
  });
});

describe('saving while it is written', () => {
  it('sends a draft with what was written, and says so', async () => {
    const card = await openPanel();
    card.type('goal', 'Signed');
    await card.reads('Saving');
    const { body } = await card.call(SAVE);
    const line = { id: expect.any(String), text: '', doer: 'rep', dueOn: '2026-12-01' };
    expect(body).toEqual({
      recordType: 'deal',
      recordId: '4711',
      ownerId: '9001',
      noteId: null,
      version: 0,
      seenPromises: [line],
      state: 'draft',
      content: { ...exampleContent('Signed'), promises: [line] },
      key: expect.any(String),
    });
    await card.reads('Saved 24 Nov, 10:41');
    card.type('reality', 'Silent');
    expect((await card.call(SAVE, 1)).body).toMatchObject({ noteId: '61', version: 1 });
  });

  it('goes on with a draft of before', async () => {
    const draft = {
      id: '61',
      version: 4,
      content: exampleContent('Begun'),
      savedLabel: 'Saved 23 Nov, 18:01',
    };
    const card = await openPanel({ draft }, {}, 'Go on with your note');
    expect(card.field('goal').props.value).toBe('Begun');
    expect(card.words()).toContain('Saved 23 Nov, 18:01');
    card.type('goal', 'Begun and more');
    expect((await card.call(SAVE)).body).toMatchObject({ noteId: '61', version: 4 });
  });

  it('says that one is offline, and sends it when the line is back', async () => {
    let isBack = false;
    const card = await openPanel(
      {},
      {
        [SAVE]: (call: Call) => {
          if (!isBack) throw new Error('no line');
          return savedAs(call, 1);
        },
      },
    );
    card.type('goal', 'Signed');
    await card.reads('Not saved: you are offline. It is sent when you are back.');
    isBack = true;
    await card.reads('Saved 24 Nov, 10:41');
    const [first, again] = card.saves();
    expect(again).toEqual(first);
  });

  it('says that the service is away', async () => {
    const card = await openPanel({}, { [SAVE]: refusal('unavailable', 'Away.') });
    card.type('goal', 'Signed');
    await card.reads('Not saved: Sideline does not answer. It is sent as soon as it does.');
  });

  it('shows what was refused at its field, and what to think over', async () => {
    const card = await openPanel(
      {},
      {
        [SAVE]: (call: Call) => {
          const { text } = call.body['content'] as { text: { reality: string } };
          return text.reality.includes('4111')
            ? refusal('bad_request', 'Take the card number out.', 'content.text.reality')
            : { ...savedAs(call, 1), warnings: ['This speaks of health.'] };
        },
      },
    );
    card.type('reality', '4111 1111');
    await eventually(() =>
      expect(card.field('reality').props).toMatchObject({
        error: true,
        validationMessage: 'Take the card number out.',
      }),
    );
    expect(card.field('goal').props.error).toBe(false);
    expect(card.words()).toContain('Not saved: see the marked field.');
    card.type('reality', 'She was ill');
    await card.reads('This speaks of health.');
    expect(card.panel().find(Alert).props.variant).toBe('warning');
    expect(card.field('reality').props.error).toBe(false);
  });

  it('saves at once when the panel is closed, then asks for the card again', async () => {
    const card = await openPanel();
    card.type('goal', 'Signed');
    card.close();
    await card.call(SAVE);
    await card.call(CARD, 1);
    expect(card.field.bind(null, 'goal')).toThrow();
  });

  it('keeps the card and the text when it could not be asked again', async () => {
    const card = await openPanel({}, { [SAVE]: refusal('unavailable', 'Away.') });
    card.type('goal', 'Signed');
    card.answers[CARD] = refusal('internal', 'Broken.');
    card.setOwner({ properties: { hubspot_owner_id: '9002' } });
    await card.reads('Could not be refreshed just now. This is what was there before.');
    card.answers[SAVE] = (call: Call) => savedAs(call, 1);
    await card.reads('Saved 24 Nov, 10:41');
    expect(card.saves().at(-1)).toMatchObject({ ownerId: '9001', content: { text: { goal: 'Signed' } } });
  });
});

describe('when it is done', () => {
  it('shares note and action, closes, and asks for the card again', async () => {
    const card = await openPanel();
    card.type('goal', 'Signed');
    card.promise('call Jo');
    card.press('Share with Ana');
    await eventually(() => expect(card.alerts()).toEqual(['Shared with Ana.']));
    expect(card.saves().at(-1)).toMatchObject({
      state: 'shared',
      content: { promises: [{ text: 'call Jo', doer: 'rep', dueOn: '2026-12-01' }] },
    });
    expect(card.closed()).toEqual(['coaching-write']);
    await card.call(CARD, 1);
    card.trigger().trigger('onClick');
    await eventually(() => expect(card.field('goal').props.value).toBe(''));
  });

  it('keeps it private', async () => {
    const card = await openPanel();
    card.type('goal', 'Signed');
    card.press('Keep private');
    await eventually(() => expect(card.alerts()).toEqual(['Kept private to you.']));
    expect(card.saves().at(-1)).toMatchObject({ state: 'private' });
  });

  it('throws a draft away after one more question', async () => {
    const draft = {
      id: '61',
      version: 4,
      content: exampleContent('Begun'),
      savedLabel: 'Saved 23 Nov, 18:01',
    };
    const path = 'POST /cards/coaching/note/discard';
    const card = openCoaching({ [CARD]: exampleView({ draft }), [path]: { message: 'Gone.' } });
    await card.reads('Throw it away');
    const { renderer } = card;
    const overlay = renderer.find(Button, ({ text }) => text === 'Throw away').props.overlay!;
    const confirm = (overlay as unknown as typeof renderer).find(LoadingButton);
    expect(confirm.props.variant).toBe('destructive');
    confirm.trigger('onClick');
    expect((await card.call(path)).body).toMatchObject({ noteId: '61', version: 4 });
    await card.call(CARD, 1);
  });
});

describe('one’s own note that nobody has answered', () => {
  it('a private one is saved while it is changed', async () => {
    const note = exampleNote({
      ...{ id: '55', version: 2, state: 'private', mayEdit: true, acknowledgement: null },
      content: exampleContent('Before'),
    });
    const card = await openPanel({ notes: [note], privacy: null }, {}, 'Edit');
    expect(card.field('goal').props.value).toBe('Before');
    card.type('goal', 'After');
    expect((await card.call(SAVE)).body).toMatchObject({ noteId: '55', version: 2, state: 'private' });
  });
});

describe('the actions of a note', () => {
  const promises = [
    { id: 'a1', text: 'call Jo', doer: 'rep' as const, dueOn: '2026-11-27' },
    { id: 'b2', text: 'call Kim', doer: 'rep' as const, dueOn: '2026-11-27' },
  ];
  const note = exampleNote({
    ...{ id: '55', version: 2, state: 'shared', mayEdit: true, acknowledgement: null },
    content: { ...exampleContent('Before'), promises },
    closedPromises: [{ promiseId: 'b2', words: 'Done 24 Nov 2026.' }],
  });
  const texts = (card: Awaited<ReturnType<typeof openPanel>>) =>
    card
      .panel()
      .findAll(Input)
      .map(({ props }) => props.value);

  it('keep what they are when one above them is taken out, and say what became of them', async () => {
    const keep = { [EDIT]: { version: 40, savedLabel: 'Saved 24 Nov, 10:40' } };
    const card = await openPanel({ notes: [note], privacy: null }, keep, 'Edit');
    expect(texts(card)).toEqual(['call Jo', 'call Kim']);
    expect(card.words()).toContain('Done 24 Nov 2026.');
    card.press('Remove');
    await eventually(() => expect(texts(card)).toEqual(['call Kim']));
    expect(card.words()).toContain('Done 24 Nov 2026.');
    card.press('Add another action');
    await eventually(() => expect(texts(card)).toEqual(['call Kim', '']));
    card.press('Share with Ana');
    const { body } = await card.call(SAVE);
    expect(body).toMatchObject({ version: 2, seenPromises: promises });
    const sent = body['content'] as { promises: { id: string }[] };
    expect(sent.promises[0]).toEqual(promises[1]);
    expect(sent.promises[1]?.id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('when somebody else, or another window, saved meanwhile', () => {
  const theirs = {
    id: '61',
    version: 7,
    content: exampleContent('Theirs'),
    savedLabel: 'Saved 24 Nov, 10:40',
  };

  async function clash(view: CoachingCardView) {
    let isFirst = true;
    const card = await openPanel(
      {},
      {
        [SAVE]: (call: Call) => {
          if (!isFirst) return savedAs(call, 8);
          isFirst = false;
          return refusal('conflict', 'Changed meanwhile.', 'version');
        },
      },
    );
    card.answers[CARD] = view;
    card.type('goal', 'Mine');
    return card;
  }

  it('shows both side by side; mine goes over theirs, and theirs stays readable', async () => {
    const card = await clash(exampleView({ draft: theirs }));
    await card.reads('This note was changed somewhere else too');
    expect(card.words()).toEqual(expect.arrayContaining(['Mine', 'Theirs']));
    expect(card.panel().findAll(LoadingButton)).toEqual([]);
    card.press('Keep mine');
    expect((await card.call(SAVE, 1)).body).toMatchObject({
      noteId: '61',
      version: 7,
      content: { text: { goal: 'Mine' } },
    });
    await eventually(() => expect(card.field('goal').props.value).toBe('Mine'));
    expect(card.words()).toContain('The version you did not keep');
    expect(card.words()).toContain('Theirs');
  });

  it('or theirs is taken, and mine stays readable', async () => {
    const card = await clash(exampleView({ draft: theirs }));
    await card.reads('Take the other');
    card.press('Take the other');
    await eventually(() => expect(card.field('goal').props.value).toBe('Theirs'));
    expect(card.words()).toContain('Mine');
    expect(card.saves()).toHaveLength(1);
  });

  it('where the other is done already, mine can become a note of its own', async () => {
    const card = await clash(exampleView());
    await card.reads('This note cannot be changed any more');
    card.press('Keep mine as a new note');
    expect((await card.call(SAVE, 1)).body).toMatchObject({ noteId: null, version: 0, state: 'draft' });
  });

  it('or be let go', async () => {
    const card = await clash(exampleView());
    await card.reads('Let mine go');
    card.press('Let mine go');
    expect(card.closed()).toEqual(['coaching-write']);
    await eventually(() => expect(card.words()).not.toContain('Mine'));
    expect(card.saves()).toHaveLength(1);
  });

  it('says so when the other version cannot be read yet, and asks again', async () => {
    const card = await clash(refusal('unavailable', 'Away.') as never);
    await card.reads('Try again');
    card.answers[CARD] = exampleView({ draft: theirs });
    card.press('Try again');
    await card.reads('Theirs');
  });
});

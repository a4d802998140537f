import { Alert, Button, Form, Input, LoadingButton, TextArea } from '@hubspot/ui-extensions';
import type { CoachingCardView, SaveDraftRequest } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleRepView, exampleView } from './example-views.ts';
import {
  closeCards,
  openCoaching,
  refusal,
  type Answers,
  type Call,
  type OpenCard,
} from './open-coaching.tsx';

afterEach(closeCards);

const CARD = 'GET /cards/coaching';
const DRAFT = 'POST /cards/coaching/draft';
const LINE = 'POST /cards/coaching/line';
const ADD = 'POST /cards/coaching/note/addendum';
const place = { kind: 'line', recordType: 'deal', recordId: '4711' };

/** A service that keeps drafts in versions, as the contract says. */
const keepsDrafts = () => {
  let version = 0;
  return (call: Call) => {
    const asked = call.body as unknown as SaveDraftRequest;
    if (asked.version !== version) return refusal('conflict', 'Saved elsewhere.', 'version');
    version = asked.text === '' ? 0 : version + 1;
    return { version, savedLabel: `Saved 24 Nov, 10:4${version}` };
  };
};
const begun = (text: string, version = 3) => ({ text, version, savedLabel: 'Saved 23 Nov, 09:00' });
const withLine = (text: string, version = 3): CoachingCardView =>
  exampleRepView({ drafts: { line: begun(text, version), addenda: [], edits: [] } });
const line = ({ renderer }: OpenCard) => renderer.find(Input);
const type = (card: OpenCard, text: string) => line(card).trigger('onInput', text as never);
const open = (view: CoachingCardView = exampleRepView(), answers: Answers = {}) =>
  openCoaching({ [CARD]: view, [DRAFT]: keepsDrafts(), ...answers });
const press = ({ renderer }: OpenCard, label: string) =>
  renderer.find(Button, ({ text }) => text === label).trigger('onClick');

describe('a line for the next 1:1', () => {
  it('is saved a moment after typing stops, and again with the version of the last answer', async () => {
    const card = open();
    await card.reads('Add to my next 1:1');
    type(card, 'How do I get');
    expect((await card.call(DRAFT)).body).toMatchObject({ place, version: 0, text: 'How do I get' });
    await card.reads('Saved 24 Nov, 10:41');
    type(card, 'How do I get to procurement?');
    expect((await card.call(DRAFT, 1)).body).toMatchObject({
      version: 1,
      text: 'How do I get to procurement?',
    });
    await card.reads('Saved 24 Nov, 10:42');
  });

  it('stands in its box again when the card is opened, and goes on from there', async () => {
    const card = open(withLine('How do I'));
    await card.reads('Saved 23 Nov, 09:00');
    expect(line(card).props.value).toBe('How do I');
    card.answers[DRAFT] = { version: 4, savedLabel: 'Saved 24 Nov, 10:44' };
    type(card, '');
    expect((await card.call(DRAFT)).body).toMatchObject({ version: 3, text: '' });
  });

  it('is sent with the draft that it was, which then is none any more', async () => {
    const card = open(exampleRepView(), { [LINE]: { message: 'On the list.' } });
    await card.reads('Add to my next 1:1');
    type(card, 'Pricing ');
    await card.reads('Saved 24 Nov, 10:41');
    card.renderer.find(Form).trigger('onSubmit');
    expect((await card.call(LINE)).body).toMatchObject({
      recordType: 'deal',
      recordId: '4711',
      text: 'Pricing',
      draftVersion: 1,
    });
    await card.call(CARD, 1);
    await eventually(() => expect(line(card).props.value).toBe(''));
    expect(card.alerts()).toEqual(['On the list.']);
    // The next one begins anew.
    card.answers[DRAFT] = keepsDrafts();
    type(card, 'Holidays');
    expect((await card.call(DRAFT, 1)).body).toMatchObject({ version: 0, text: 'Holidays' });
  });

  it('stays while the service is away, says so, and is saved when it is back', async () => {
    const card = open();
    await card.reads('Add to my next 1:1');
    card.answers[DRAFT] = () => Promise.reject(new Error('no line'));
    type(card, 'In a tunnel');
    await card.reads('Not saved: you are offline. It is sent when you are back.');
    card.answers[DRAFT] = keepsDrafts();
    await card.reads('Saved 24 Nov, 10:41');
    expect(card.calls.filter(({ path }) => path.endsWith('/draft')).at(-1)?.body).toMatchObject({
      version: 0,
      text: 'In a tunnel',
    });
  });

  it('that another window has changed is shown in both versions, and neither is lost', async () => {
    const card = open(withLine('Mine', 1), { [DRAFT]: refusal('conflict', 'Saved elsewhere.', 'version') });
    await card.reads('Saved 23 Nov, 09:00');
    card.answers[CARD] = withLine('Theirs', 7);
    type(card, 'Mine, longer');
    await eventually(() =>
      expect(card.renderer.find(Alert).props.title).toBe('This text was changed somewhere else too'),
    );
    expect(card.words()).toEqual(expect.arrayContaining(['Mine, longer', 'Theirs']));
    card.answers[DRAFT] = { version: 8, savedLabel: 'Saved 24 Nov, 10:48' };
    press(card, 'Keep mine');
    await card.reads('Saved 24 Nov, 10:48');
    const last = card.calls.filter(({ path }) => path.endsWith('/draft')).at(-1);
    expect(last?.body).toMatchObject({ version: 7, text: 'Mine, longer' });
    expect(card.words()).toContain('Theirs');
  });

  it('that another window has sent meanwhile is still here', async () => {
    const card = open(withLine('Mine', 1), { [DRAFT]: refusal('conflict', 'Saved elsewhere.', 'version') });
    await card.reads('Saved 23 Nov, 09:00');
    card.answers[CARD] = exampleRepView();
    type(card, 'Mine, longer');
    await eventually(() =>
      expect(card.renderer.find(Alert).props.title).toBe('This text cannot be changed any more'),
    );
    card.answers[DRAFT] = { version: 9, savedLabel: 'Saved 24 Nov, 10:49' };
    press(card, 'Keep mine');
    await card.reads('Saved 24 Nov, 10:49');
    expect(line(card).props.value).toBe('Mine, longer');
  });

  it('with what may not be kept is not saved, and the complaint stands at its field', async () => {
    const card = open(exampleRepView(), {
      [DRAFT]: refusal('bad_request', 'This holds what looks like a card number.', 'text'),
    });
    await card.reads('Add to my next 1:1');
    type(card, '4111 1111');
    await card.reads('Not saved: see the marked field.');
    expect(line(card).props.validationMessage).toBe('This holds what looks like a card number.');
  });
});

describe('what is added to a note', () => {
  const field = ({ renderer }: OpenCard) => renderer.find(TextArea);

  it('is saved while it is written, kept when the form is closed, and sent with its draft', async () => {
    const card = open(exampleView(), { [ADD]: { message: 'Added.' } });
    await card.reads('Add to this');
    press(card, 'Add to this');
    field(card).trigger('onInput', 'It was Jo' as never);
    press(card, 'Close');
    expect((await card.call(DRAFT)).body).toMatchObject({
      place: { kind: 'addendum', noteId: '51' },
      version: 0,
      text: 'It was Jo',
    });
    await card.reads('Go on with what you began');
    press(card, 'Go on with what you began');
    expect(field(card).props.value).toBe('It was Jo');
    await card.reads('Saved 24 Nov, 10:41');
    card.renderer.find(Form).trigger('onSubmit');
    expect((await card.call(ADD)).body).toMatchObject({
      noteId: '51',
      text: 'It was Jo',
      draftVersion: 1,
    });
    await card.reads('Add to this');
  });

  it('stands open where it was begun before', async () => {
    const drafts = { line: null, addenda: [{ noteId: '51', ...begun('It was') }], edits: [] };
    const card = open(exampleView({ drafts }));
    await card.reads('What do you want to add?');
    expect(field(card).props.value).toBe('It was');
    expect(card.renderer.find(LoadingButton, ({ text }) => text === 'Add').props.disabled).toBe(false);
  });
});

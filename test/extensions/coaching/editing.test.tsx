import { Button, LoadingButton, Modal, TextArea } from '@hubspot/ui-extensions';
import type { CoachingCardView, Drafts, SaveEditRequest } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleContent, exampleNote, exampleView } from './example-views.ts';
import { closeCards, openCoaching, refusal, type Call } from './open-coaching.tsx';
import { CARD, EDIT, openPanel, SAVE, savedAs } from './open-panel.tsx';

afterEach(closeCards);

const DISCARD = 'POST /cards/coaching/note/edit/discard';
const ALONE = 'for you alone: the note stands as it was until you share it.';
const { promises } = exampleContent();

const begun = (goal: string, version = 40, noteVersion = 2): Drafts['edits'][number] => ({
  ...{ noteId: '55', version, noteVersion, seenPromises: promises, content: exampleContent(goal) },
  savedLabel: 'Saved 23 Nov, 09:00',
});
/** The card with a shared note that nobody has answered, and what is begun to be changed in it. */
const viewOf = (
  edits: Drafts['edits'] = [],
  change: Parameters<typeof exampleNote>[0] = {},
): CoachingCardView =>
  exampleView({
    notes: [
      exampleNote({
        ...{ id: '55', version: 2, state: 'shared', mayEdit: true, acknowledgement: null },
        ...{ passages: [{ label: 'Goal', text: 'Before' }], content: exampleContent('Before') },
        ...change,
      }),
    ],
    privacy: null,
    drafts: { line: null, addenda: [], edits },
  });
const answeredNote = { content: null, mayEdit: false, mayAdd: true, acknowledgement: 'agreed' } as const;

/** A service that keeps edits in versions, as the contract says. */
const keepsEdits = (first = 0) => {
  let version = first;
  return ({ body }: Call) => {
    if ((body as unknown as SaveEditRequest).version !== version)
      return refusal('conflict', 'Saved elsewhere.', 'version');
    version = version === 0 ? 40 : version + 1;
    return { version, savedLabel: `Saved 24 Nov, 10:${version}` };
  };
};
const open = (view = viewOf(), answers = {}, label = 'Edit') =>
  openPanel(view, { [EDIT]: keepsEdits(view.drafts.edits[0]?.version), ...answers }, label);

it('a change of a shared note is kept while it is typed, and the note stands as it was', async () => {
  const card = await open();
  await card.reads('The note is already shared.');
  card.type('goal', 'After');
  expect((await card.call(EDIT)).body).toEqual({
    ...{ noteId: '55', version: 0, noteVersion: 2, seenPromises: promises, content: exampleContent('After') },
    key: expect.any(String),
  });
  await card.reads(`Saved 24 Nov, 10:40, ${ALONE}`);
  card.type('goal', 'Afterwards');
  expect((await card.call(EDIT, 1)).body).toMatchObject({ version: 40, noteVersion: 2 });
  await card.reads(`Saved 24 Nov, 10:41, ${ALONE}`);
  expect(card.saves()).toEqual([]);
  expect(card.words()).not.toContain('Keep private');
});

it('is shared with the version of the note that it changes, and its own, which then is none', async () => {
  const card = await open();
  card.type('goal', 'After');
  card.press('Share with Ana');
  expect((await card.call(SAVE)).body).toMatchObject({
    ...{ noteId: '55', version: 2, state: 'shared', editVersion: 40, seenPromises: promises },
    content: exampleContent('After'),
  });
  await card.call(CARD, 1);
  expect(card.alerts()).toEqual(['Shared with Ana.']);
});

it('left and opened again it is gone on with, wherever it was begun', async () => {
  const card = await open();
  card.type('goal', 'After');
  card.answers[CARD] = viewOf([begun('After')]);
  card.close();
  await card.reads('Go on with your change');
  expect((await card.call(EDIT)).body).toMatchObject({ content: exampleContent('After') });
  await closeCards();

  const again = await open(viewOf([begun('After')]), {}, 'Go on with your change');
  expect(again.words()).toContain('Before');
  expect(again.field('goal').props.value).toBe('After');
  await again.reads(`Saved 23 Nov, 09:00, ${ALONE}`);
  again.type('goal', 'After all');
  expect((await again.call(EDIT)).body).toMatchObject({ version: 40, noteVersion: 2 });
});

it('goes to the service when the card leaves the screen', async () => {
  const card = await open();
  card.type('goal', 'After');
  await closeCards();
  expect(card.count(EDIT)).toBe(1);
});

it('stays while the service is away, says so, and is kept when it is back', async () => {
  const card = await open(viewOf(), { [EDIT]: () => Promise.reject(new Error('no line')) });
  card.type('goal', 'In a tunnel');
  await card.reads('Not saved: you are offline. It is sent when you are back.');
  card.answers[EDIT] = keepsEdits();
  await card.reads(`Saved 24 Nov, 10:40, ${ALONE}`);
  expect((await card.call(EDIT, card.count(EDIT) - 1)).body).toMatchObject({
    ...{ version: 0, content: exampleContent('In a tunnel') },
  });
});

it('is thrown away after one more question, and the shared version is there again', async () => {
  const card = await open(
    viewOf([begun('After')]),
    { [DISCARD]: { message: 'Thrown away.' } },
    'Go on with your change',
  );
  card.close();
  const button = card.renderer.find(Button, ({ text }) => text === 'Throw your change away');
  const modal = button.props.overlay as unknown as Pick<typeof card.renderer, 'find'>;
  expect(modal.find(Modal).props.title).toBe('Throw your change away?');
  card.answers[CARD] = viewOf();
  modal.find(LoadingButton).trigger('onClick');
  expect((await card.call(DISCARD)).body).toMatchObject({ noteId: '55', version: 40 });
  await card.reads('Edit');
  card.renderer.find(Button, ({ text }) => text === 'Edit').trigger('onClick');
  await eventually(() => expect(card.field('goal').props.value).toBe('Before'));
});

it('of two windows the second sees both changes, and neither is lost', async () => {
  const card = await open(viewOf(), { [EDIT]: refusal('conflict', 'Saved elsewhere.', 'version') });
  card.answers[CARD] = viewOf([begun('Theirs', 44)]);
  card.type('goal', 'Mine');
  await card.reads('This note was changed somewhere else too');
  expect(card.words()).toEqual(expect.arrayContaining(['Mine', 'Theirs']));
  card.answers[EDIT] = keepsEdits(44);
  card.press('Keep mine');
  expect((await card.call(EDIT, 1)).body).toMatchObject({
    ...{ version: 44, noteVersion: 2, content: exampleContent('Mine') },
  });
  await card.reads('The version you did not keep');
});

it('of a note that was changed meanwhile both are seen when it is shared, and mine goes over it', async () => {
  const shares = [refusal('conflict', 'Saved elsewhere.', 'version')];
  const card = await open(
    viewOf([begun('Mine')]),
    {
      [SAVE]: (call: Call) => shares.shift() ?? savedAs(call, 4),
    },
    'Go on with your change',
  );
  card.answers[CARD] = viewOf([begun('Mine')], { version: 3, content: exampleContent('Theirs') });
  card.press('Share with Ana');
  await card.reads('This note was changed somewhere else too');
  expect(card.words()).toEqual(expect.arrayContaining(['Mine', 'Theirs']));
  card.press('Keep mine');
  expect((await card.call(EDIT)).body).toMatchObject({ version: 40, noteVersion: 3 });
  expect((await card.call(SAVE, 1)).body).toMatchObject({
    version: 3,
    editVersion: 41,
    content: exampleContent('Mine'),
  });
});

it('or theirs is taken, and what I had begun gives way in the service too', async () => {
  const card = await open(
    viewOf([begun('Mine')]),
    { [SAVE]: refusal('conflict', 'No.', 'version') },
    'Go on with your change',
  );
  card.answers[CARD] = viewOf([begun('Mine')], { version: 3, content: exampleContent('Theirs') });
  card.press('Share with Ana');
  await card.reads('Take the other');
  card.press('Take the other');
  expect((await card.call(EDIT)).body).toMatchObject({
    ...{ version: 40, noteVersion: 3, content: exampleContent('Theirs'), seenPromises: promises },
  });
});

describe('when the rep has answered meanwhile', () => {
  const left = () => viewOf([begun('Mine')], answeredNote);
  const ADD = 'POST /cards/coaching/note/addendum';

  it('its author is told, and what they had begun stands under the note', async () => {
    const card = await open(
      viewOf([begun('Mine')]),
      { [SAVE]: refusal('conflict', 'Answered.', 'noteId') },
      'Go on with your change',
    );
    card.answers[CARD] = left();
    card.press('Share with Ana');
    await card.reads('This note cannot be changed any more');
    card.press('Let mine go');
    await card.reads('You had begun to change this note');
    expect(card.words()).toContain('Mine');
  });

  it('it can be added to the note', async () => {
    const card = openCoaching({
      ...{ [CARD]: left(), [ADD]: { message: 'Added.' } },
      'POST /cards/coaching/draft': { version: 7, savedLabel: 'Saved 24 Nov, 10:47' },
    });
    await card.reads('You had begun to change this note');
    card.renderer.find(Button, ({ text }) => text === 'Add what you had begun').trigger('onClick');
    await eventually(() =>
      expect(card.renderer.find(TextArea).props.value).toBe('Goal: Mine\n\nActions: call Jo'),
    );
    expect((await card.call('POST /cards/coaching/draft')).body).toMatchObject({
      ...{ place: { kind: 'addendum', noteId: '55' }, text: 'Goal: Mine\n\nActions: call Jo' },
    });
  });

  it('or thrown away, also by whoever may write no more', async () => {
    const card = openCoaching({
      ...{
        [CARD]: viewOf([begun('Mine')], { ...answeredNote, mayAdd: false }),
        [DISCARD]: { message: 'Gone.' },
      },
    });
    await card.reads('You had begun to change this note');
    expect(card.words()).not.toContain('Add what you had begun');
    const button = card.renderer.find(Button, ({ text }) => text === 'Throw your change away');
    const modal = button.props.overlay as unknown as Pick<typeof card.renderer, 'find'>;
    modal.find(LoadingButton).trigger('onClick');
    expect((await card.call(DISCARD)).body).toMatchObject({ noteId: '55', version: 40 });
  });
});

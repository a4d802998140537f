import { Button, LoadingButton, Modal, Panel, TableHeader, TextArea } from '@hubspot/ui-extensions';
import { findOther } from '../../../extensions/src/app/cards/coaching/writing/find-other.ts';
import type { CoachingCardView, CoachingNote } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import {
  exampleContent,
  exampleNote,
  exampleOtherView,
  exampleScores,
  exampleView,
} from './example-views.ts';
import { closeCards, openCoaching, type Call, type OpenCard } from './open-coaching.tsx';

afterEach(closeCards);

const CARD = 'GET /cards/coaching';
const SAVE = 'POST /cards/coaching/note';
const ben = { ownerId: '9002', name: 'Ben Ruiz' };

/** What the manager began about Ben before the deal went to Ana. */
const begun = (changes: Partial<CoachingNote> = {}) =>
  exampleNote({
    id: '55',
    rep: ben,
    state: 'draft',
    summary: 'About Ben Ruiz · Deal coaching · a draft, for you alone',
    acknowledgement: null,
    mayEdit: true,
    mayDiscard: true,
    mayAdd: false,
    content: exampleContent('Begun'),
    privacy: 'Private to you. Ben Ruiz may receive a copy if they ask for their data.',
    actionNotice: 'Once shared, Ben Ruiz and you see this action, and nobody else.',
    ...changes,
  });
const button = (card: OpenCard, label: string) => card.renderer.find(Button, ({ text }) => text === label);

it.each<[string, CoachingCardView]>([
  ['somebody else who reports to them', exampleView({ notes: [begun()] })],
  ['somebody who does not', { ...exampleOtherView(), nextStep: null, notes: [begun()] }],
  ['nobody', { ...exampleOtherView(), rep: null, nextStep: null, notes: [begun()] }],
])(
  'a manager goes on with what they began about the owner before, where the deal belongs to %s',
  async (_whose, view) => {
    const saved = (call: Call) => ({
      ...{ noteId: '55', version: 4, state: call.body['state'] },
      ...{ savedLabel: 'Saved 24 Nov, 10:41', warnings: [] },
    });
    const card = openCoaching({ [CARD]: view, [SAVE]: saved });
    await card.reads('About Ben Ruiz · Deal coaching · a draft, for you alone');
    button(card, 'Go on with it').trigger('onClick');
    const goal = await eventually(() => card.renderer.find(TextArea, ({ props }) => props.name === 'goal'));
    expect(card.renderer.findAll(Panel).map(({ props }) => props.title)).toContain(
      'Coaching note for Ben Ruiz',
    );
    await card.reads('Private to you. Ben Ruiz may receive a copy if they ask for their data.');
    await card.reads('Once shared, Ben Ruiz and you see this action, and nobody else.');
    goal.trigger('onInput', 'Begun, and gone on with' as never);
    expect((await card.call(SAVE)).body).toMatchObject({
      ...{ noteId: '55', version: 3, ownerId: '9002', state: 'draft' },
      content: { text: { goal: 'Begun, and gone on with' } },
    });
    card.renderer.find(LoadingButton, ({ text }) => text === 'Share with Ben').trigger('onClick');
    expect((await card.call(SAVE, 1)).body).toMatchObject({ ownerId: '9002', state: 'shared' });
  },
);

it('what may not be finished any more is read and thrown away', async () => {
  const note = begun({ mayEdit: false, content: null, privacy: null, actionNotice: null });
  const path = 'POST /cards/coaching/note/discard';
  const card = openCoaching({ [CARD]: exampleView({ notes: [note] }), [path]: { message: 'Thrown away.' } });
  await card.reads('Signed order form by 30 Nov');
  expect(card.words()).not.toContain('Go on with it');
  const { overlay } = button(card, 'Throw away').props;
  const modal = overlay as unknown as { find: typeof card.renderer.find };
  expect(modal.find(Modal).props.title).toBe('Throw this note away?');
  modal.find(LoadingButton).trigger('onClick');
  expect((await card.call(path)).body).toMatchObject({ noteId: '55', version: 3 });
});

it('the sidebar tells that something is begun, and of the newest note that is done', async () => {
  const card = openCoaching(
    { [CARD]: exampleView({ notes: [begun(), exampleNote()] }) },
    { extent: 'glance' },
  );
  await card.reads('You have begun a note. Go on with it in the card Sideline coaching.');
  await card.reads('12 Nov 2026 · Deal coaching · shared · Ana Ruiz agreed');
});

it('scores stand under the name of the rep whom they are about', async () => {
  const note = exampleNote({ rep: ben, scores: exampleScores() });
  const card = openCoaching({ [CARD]: exampleView({ notes: [note] }) });
  await card.reads('Selling skills');
  expect(card.renderer.findAll(TableHeader).map(({ text }) => text)).toContain('Ben Ruiz');
});

it('after a clash, what is begun about one rep is never taken for what is begun about another', () => {
  const draft = { id: '61', version: 7, content: exampleContent('About Ana'), savedLabel: '' };
  const view = exampleView({ draft, notes: [exampleNote(), begun()] });
  const found = (noteId: string | null, ownerId: string) =>
    findOther(view, { noteId, editVersion: 0, ownerId })?.noteId;
  expect([found(null, '9001'), found(null, '9002'), found(null, '9003')]).toEqual(['61', '55', undefined]);
  expect([found('61', '9001'), found('55', '9002'), found('51', '9001')]).toEqual(['61', '55', undefined]);
});

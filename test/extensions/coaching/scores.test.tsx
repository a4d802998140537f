import { Accordion, Button, LoadingButton, Select, TableCell, TextArea } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { readWords } from '../read-words.ts';
import { exampleNote, exampleRepView, exampleRubric, exampleScores, exampleView } from './example-views.ts';
import { closeCards, openCoaching, refusal, type OpenCard } from './open-coaching.tsx';

afterEach(closeCards);

const SAVE = 'POST /cards/coaching/note';
const rubric = { rubricId: '31', version: 2 };
const scorable = (changes: Partial<CoachingCardView> = {}) =>
  exampleView({ rubrics: [exampleRubric()], rubric, ...changes });
const saved = { noteId: '61', version: 1, state: 'draft', savedLabel: 'Saved 24 Nov, 10:41', warnings: [] };

const press = (card: OpenCard, text: string) => {
  const found =
    card.renderer.maybeFind(LoadingButton, (button) => button.text === text) ??
    card.renderer.find(Button, (button) => button.text === text);
  found.trigger('onClick');
};
async function openForm(view: CoachingCardView) {
  const card = openCoaching({ 'GET /cards/coaching': view, [SAVE]: saved });
  await card.reads(view.headline);
  press(card, view.draft === null ? 'Write a note' : 'Go on with your note');
  await eventually(() => card.renderer.find(TextArea, ({ props }) => props.name === 'goal'));
  return card;
}
const select = (card: OpenCard, name: string) =>
  card.renderer.find(Select, ({ props }) => props.name === name);
const cells = (card: OpenCard) => card.renderer.findAll(TableCell).map((cell) => readWords(cell).join(' '));

describe('while a note is written', () => {
  it('offers to score, and shows nothing of it until that is wanted', async () => {
    const card = await openForm(scorable());
    await card.reads("If you like: Ana's skills by “Selling skills”.");
    expect(card.renderer.maybeFind(Select, ({ props }) => props.name === 'score-discovery')).toBeNull();
  });

  it('offers nothing where no rubric fits', async () => {
    const card = await openForm(exampleView());
    expect(card.words()).not.toContain('Score a rubric');
  });

  it('saves the level that was chosen with the note, and shows what it means', async () => {
    const card = await openForm(scorable());
    press(card, 'Score a rubric');
    const discovery = await eventually(() => select(card, 'score-discovery'));
    expect(discovery.props.options).toEqual([
      { label: 'Not scored', value: 0 },
      { label: '1 · Begins with the product', value: 1 },
      { label: '2 · Asks prepared questions', value: 2 },
      { label: '3 · Follows up on what it costs', value: 3 },
    ]);
    discovery.trigger('onChange', 3 as never);
    await card.reads('Follows up on what it costs');
    expect((await card.call(SAVE)).body['content']).toMatchObject({
      scoring: { ...rubric, levels: [{ skillId: 'discovery', level: 3 }] },
    });
    select(card, 'score-closing').trigger('onChange', 1 as never);
    select(card, 'score-discovery').trigger('onChange', 0 as never);
    expect((await card.call(SAVE, 1)).body['content']).toMatchObject({
      scoring: { ...rubric, levels: [{ skillId: 'closing', level: 1 }] },
    });
    press(card, 'Take the scores out');
    expect((await card.call(SAVE, 2)).body['content']).not.toHaveProperty('scoring');
  });

  it('can share a note that holds scores alone', async () => {
    const card = await openForm(scorable());
    const share = () => card.renderer.find(LoadingButton, ({ text }) => text === 'Share with Ana');
    expect(share().props.disabled).toBe(true);
    press(card, 'Score a rubric');
    (await eventually(() => select(card, 'score-closing'))).trigger('onChange', 2 as never);
    await eventually(() => {
      if (share().props.disabled === true) throw new Error('cannot be shared');
    });
  });

  it('goes on by the version that the note was begun with', async () => {
    const older = exampleRubric({ version: 1, name: 'The older one' });
    const content = {
      topic: 'skill' as const,
      text: { form: 'grow' as const, goal: 'x', reality: '', options: '', will: '' },
      promises: [],
      scoring: { rubricId: '31', version: 1, levels: [{ skillId: 'discovery', level: 2 }] },
    };
    const draft = { id: '61', version: 4, content, savedLabel: 'Saved 24 Nov, 10:41' };
    const card = await openForm(scorable({ rubrics: [exampleRubric(), older], draft }));
    await card.reads('The older one');
    expect(select(card, 'score-discovery').props.value).toBe(2);
  });

  it('says in the service’s words why levels are refused', async () => {
    const card = openCoaching({
      'GET /cards/coaching': scorable(),
      [SAVE]: refusal(
        'bad_request',
        'Discovery has levels 1 to 3. Choose one of them.',
        'content.scoring.levels.0.level',
      ),
    });
    await card.reads('Ana Ruiz');
    press(card, 'Write a note');
    await eventually(() => card.renderer.find(Button, ({ text }) => text === 'Score a rubric'));
    press(card, 'Score a rubric');
    (await eventually(() => select(card, 'score-discovery'))).trigger('onChange', 3 as never);
    await card.reads('Not saved: Discovery has levels 1 to 3. Choose one of them.');
  });
});

describe('a shared note', () => {
  it('shows the manager’s levels alone until the rep has scored', async () => {
    const scores = exampleScores({
      skills: exampleScores().skills.map((skill) => ({ ...skill, self: null, gap: null })),
      selfTotal: null,
      gap: null,
    });
    const card = openCoaching({ 'GET /cards/coaching': exampleView({ notes: [exampleNote({ scores })] }) });
    await card.reads('Selling skills');
    expect(cells(card)).toEqual([
      'Discovery',
      '2 Asks prepared questions',
      'Weighted',
      '2.0 of 3, over 1 of 2 skills',
    ]);
  });

  it('shows both side by side with the gap', async () => {
    const card = openCoaching({
      'GET /cards/coaching': exampleView({ notes: [exampleNote({ scores: exampleScores() })] }),
    });
    await card.reads(/^Ana Ruiz puts themselves 1.0 levels higher/);
    expect(cells(card).slice(0, 4)).toEqual([
      'Discovery',
      '2 Asks prepared questions',
      '3 Follows up on what it costs',
      '1 higher',
    ]);
  });

  it('lets the rep score themselves', async () => {
    const scores = exampleScores({ selfTotal: null, gap: null, mayScoreSelf: true });
    const path = '/cards/coaching/note/self-score';
    const card = openCoaching({
      'GET /cards/coaching': exampleRepView({
        notes: [exampleNote({ by: 'Maria Lang', scores })],
        rubrics: [exampleRubric()],
      }),
      [`POST ${path}`]: { message: 'Saved. Your manager sees your scores beside theirs.' },
    });
    await card.reads('Selling skills');
    press(card, 'Score yourself');
    await card.reads(/Once saved they stand, and so does the note\.$/);
    const save = () => card.renderer.find(LoadingButton, ({ text }) => text === 'Save my scores');
    expect(save().props.disabled).toBe(true);
    select(card, 'self-51-closing').trigger('onChange', 2 as never);
    await eventually(() => {
      if (save().props.disabled === true) throw new Error('cannot be saved');
    });
    press(card, 'Save my scores');
    expect((await card.call(`POST ${path}`)).body).toMatchObject({
      noteId: '51',
      version: 3,
      levels: [{ skillId: 'closing', level: 2 }],
    });
    await card.call('GET /cards/coaching', 1);
    expect(card.alerts()).toContain('Saved. Your manager sees your scores beside theirs.');
  });

  it('keeps what the rep chose when it cannot be saved, and says why', async () => {
    const scores = exampleScores({ selfTotal: null, gap: null, mayScoreSelf: true });
    const card = openCoaching({
      'GET /cards/coaching': exampleRepView({ notes: [exampleNote({ scores })], rubrics: [exampleRubric()] }),
      'POST /cards/coaching/note/self-score': refusal('conflict', 'Your manager has just changed this note.'),
    });
    await card.reads('Selling skills');
    press(card, 'Score yourself');
    (await eventually(() => select(card, 'self-51-closing'))).trigger('onChange', 2 as never);
    await eventually(() => {
      press(card, 'Save my scores');
      if (card.count('POST /cards/coaching/note/self-score') === 0) throw new Error('not sent');
    });
    await card.reads('Your manager has just changed this note.');
    expect(select(card, 'self-51-closing').props.value).toBe(2);
  });

  it('shows the note as it is now where the manager has changed it, and lets nothing chosen before go along', async () => {
    const scores = exampleScores({ selfTotal: null, gap: null, mayScoreSelf: true });
    const view = (version: number) =>
      exampleRepView({ notes: [exampleNote({ version, scores })], rubrics: [exampleRubric()] });
    const words = 'Your manager has changed this note since. Read it as it is now, then answer.';
    const path = 'POST /cards/coaching/note/self-score';
    const card = openCoaching({
      'GET /cards/coaching': view(3),
      [path]: refusal('conflict', words, 'version'),
    });
    await card.reads('Selling skills');
    press(card, 'Score yourself');
    (await eventually(() => select(card, 'self-51-closing'))).trigger('onChange', 2 as never);
    card.answers['GET /cards/coaching'] = view(4);
    await eventually(() => expect(select(card, 'self-51-closing').props.value).toBe(2));
    press(card, 'Save my scores');
    await card.call('GET /cards/coaching', 1);
    await card.reads(words);
    await eventually(() => expect(select(card, 'self-51-closing').props.value).toBe(0));
    select(card, 'self-51-discovery').trigger('onChange', 1 as never);
    await eventually(() => expect(select(card, 'self-51-discovery').props.value).toBe(1));
    press(card, 'Save my scores');
    expect((await card.call(path, 1)).body).toMatchObject({
      version: 4,
      levels: [{ skillId: 'discovery', level: 1 }],
    });
  });
});

it('says where each skill stands and is going', async () => {
  const skills = [
    { id: 'discovery', name: 'Discovery', level: 'level 3 of 4', trend: 'up from 2 to 3' },
    { id: 'closing', name: 'Closing', level: 'level 1 of 4', trend: 'a trend from 6 scorings on, 2 so far' },
  ];
  const card = openCoaching({ 'GET /cards/coaching': exampleView({ skills }) });
  await card.reads('Discovery: level 3 of 4 · up from 2 to 3');
  await card.reads('Closing: level 1 of 4 · a trend from 6 scorings on, 2 so far');
  expect(card.renderer.find(Accordion).props.title).toBe('Ana Ruiz: skills over time');
});

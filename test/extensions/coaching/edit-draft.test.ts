import {
  advanceDraft,
  type DraftEvent,
} from '../../../extensions/src/app/cards/coaching/writing/advance-draft.ts';
import {
  beginDraft,
  isUnsettled,
  nextSave,
  type Draft,
  type DraftStart,
  type Save,
  type Saved,
} from '../../../extensions/src/app/cards/coaching/writing/draft.ts';
import { saveRest } from '../../../extensions/src/app/cards/coaching/writing/save-rest.ts';
import type { Answer } from '../../../extensions/src/app/cards/shared/ask-service.ts';
import { refused, saved, typed } from './draft-events.ts';
import { exampleContent } from './example-views.ts';

/** A shared note in its second version, of which nothing is begun to be changed. */
const shared: DraftStart = {
  note: { noteId: '61', version: 2, content: exampleContent('shared'), editVersion: 0 },
  savedAs: 'edit',
  savedLabel: null,
};
const kept = (version: number): Answer<Saved> => ({
  ok: true,
  view: { noteId: '61', version, state: 'edit', savedLabel: `Saved ${version}`, warnings: [] },
});
const answered = (answer: Answer<Saved>): DraftEvent => ({ type: 'answered', answer, at: 10 });
function run(...events: (DraftEvent | 'send')[]): Draft {
  return events.reduce<Draft>((draft, event) => {
    if (event !== 'send') return advanceDraft(draft, event);
    const save = nextSave(draft);
    if (!save) throw new Error('there is nothing to send');
    return advanceDraft(draft, { type: 'sending', save });
  }, beginDraft(shared));
}
const share: DraftEvent = { type: 'asked', wish: 'shared', at: 9 };
const clash = answered(refused('conflict'));

it('is kept while it is typed, in a version of its own, beside the note that its author was shown', () => {
  const draft = run(typed('mine', 0), 'send', answered(kept(40)), typed('mine, longer', 20));
  expect(draft.dueAt).toBe(1_020);
  expect(nextSave(draft)).toMatchObject({
    ...{ state: 'edit', isLast: false, version: 2, editVersion: 40 },
    ...{ seen: exampleContent('shared'), content: exampleContent('mine, longer') },
  });
});

it('is kept before it is shared, and the last save names both versions', () => {
  const asked = run(typed('mine', 0), share);
  expect(nextSave(asked)).toMatchObject({ state: 'edit', isLast: false });
  const draft = run(typed('mine', 0), share, 'send', answered(kept(40)));
  expect(draft.dueAt).not.toBeNull();
  expect(nextSave(draft)).toMatchObject({ state: 'shared', isLast: true, version: 2, editVersion: 40 });
  const done = run(typed('mine', 0), share, 'send', answered(kept(40)), 'send', answered(saved(3, 'shared')));
  expect(done).toMatchObject({ finished: { state: 'shared' }, version: 3, editVersion: 0 });
  expect(isUnsettled(done)).toBe(false);
});

it('writing on takes the wish back, and what is typed while it is shared is the next change', () => {
  const away = run(typed('mine', 0), share, 'send', typed('mine and', 9), answered(kept(40)));
  expect(nextSave(away)).toMatchObject({ state: 'edit', editVersion: 40 });
  const sent = run(typed('mine', 0), 'send', answered(kept(40)), share, 'send', typed('mine and', 9));
  const draft = advanceDraft(sent, answered(saved(3, 'shared')));
  expect(nextSave(draft)).toMatchObject({
    ...{ state: 'edit', version: 3, editVersion: 0, seen: exampleContent('mine') },
  });
});

it('that leaves the screen is kept, and shared where its author has said so', async () => {
  const rest = async (draft: Draft, answers: Answer<Saved>[]) => {
    const submitted: Save[] = [];
    await saveRest(draft, null, async (save) => {
      submitted.push(save);
      return answers.shift() ?? refused('internal');
    });
    return submitted.map(({ state, editVersion }) => [state, editVersion]);
  };
  const both = [kept(40), saved(3, 'shared')];
  expect(await rest(run(typed('mine', 0)), [kept(40)])).toEqual([['edit', 0]]);
  expect(await rest(run(typed('mine', 0), share), both)).toEqual([
    ['edit', 0],
    ['shared', 40],
  ]);
  expect(await rest(run(typed('mine', 0), share), [refused('unavailable')])).toEqual([['edit', 0]]);
});

describe('when another window has begun to change it too', () => {
  const theirs = {
    ...{ noteId: '61', version: 3, content: exampleContent('theirs'), editVersion: 44 },
    seen: exampleContent('shared again'),
  };
  const both = run(typed('mine', 0), 'send', clash, { type: 'read', theirs });

  it('mine goes over theirs, and is still a change of the note that I was shown', () => {
    const draft = advanceDraft(both, { type: 'keptMine', at: 20 });
    expect(nextSave(draft)).toMatchObject({
      ...{ state: 'edit', version: 2, editVersion: 44, seen: exampleContent('shared') },
      content: exampleContent('mine'),
    });
    expect(draft.setAside).toEqual(theirs.content);
  });

  it('theirs is taken as what it is a change of, with nothing to save', () => {
    const draft = advanceDraft(both, { type: 'tookOther', at: 20 });
    expect(draft).toMatchObject({
      ...{ content: theirs.content, version: 3, editVersion: 44, seen: theirs.seen, savedAs: 'edit' },
      setAside: exampleContent('mine'),
    });
    expect(nextSave(draft)).toBeNull();
  });
});

describe('when the note is another one by now', () => {
  const theirs = { noteId: '61', version: 3, content: exampleContent('shared again'), editVersion: 40 };
  const both = run(typed('mine', 0), share, 'send', answered(kept(40)), 'send', clash, {
    ...{ type: 'read', theirs },
  });

  it('mine becomes a change of that, and is shared as its author wished', () => {
    const draft = advanceDraft(both, { type: 'keptMine', at: 20 });
    const over = { version: 3, editVersion: 40, seen: theirs.content, content: exampleContent('mine') };
    expect(nextSave(draft)).toMatchObject({ state: 'edit', ...over });
    const again = [{ type: 'sending', save: nextSave(draft)! }, answered(kept(41))] as DraftEvent[];
    expect(nextSave(again.reduce(advanceDraft, draft))).toMatchObject({
      state: 'shared',
      ...over,
      editVersion: 41,
    });
  });

  it('theirs is taken, and what I had begun gives way in the service too', () => {
    const draft = advanceDraft(both, { type: 'tookOther', at: 20 });
    expect(draft).toMatchObject({ content: theirs.content, setAside: exampleContent('mine'), dueAt: 20 });
    expect(nextSave(draft)).toMatchObject({
      state: 'edit',
      version: 3,
      editVersion: 40,
      content: theirs.content,
    });
  });

  it('where I had begun nothing that is kept, there is nothing to give way', () => {
    const fresh = { ...theirs, editVersion: 0 };
    const draft = advanceDraft(advanceDraft(both, { type: 'read', theirs: fresh }), {
      type: 'tookOther',
      at: 20,
    });
    expect(nextSave(draft)).toBeNull();
  });
});

it('a draft that was shared in another window goes on as a change of what was shared', () => {
  const start: DraftStart = {
    ...{ note: { noteId: '61', version: 1, content: exampleContent('draft') }, savedAs: 'draft' },
    savedLabel: null,
  };
  const theirs = { noteId: '61', version: 2, content: exampleContent('shared'), editVersion: 0 };
  const draft = [
    typed('mine', 0),
    clash,
    { type: 'read', theirs },
    { type: 'keptMine', at: 20 },
  ] as DraftEvent[];
  expect(nextSave(draft.reduce<Draft>(advanceDraft, beginDraft(start)))).toMatchObject({
    ...{ state: 'edit', version: 2, editVersion: 0 },
  });
});

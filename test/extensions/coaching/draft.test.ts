import {
  advanceDraft,
  type DraftEvent,
} from '../../../extensions/src/app/cards/coaching/writing/advance-draft.ts';
import {
  beginDraft,
  isUnsettled,
  nextSave,
  type Draft,
} from '../../../extensions/src/app/cards/coaching/writing/draft.ts';
import { refused, saved, start, typed } from './draft-events.ts';
import { exampleContent } from './example-views.ts';

/** Runs events; `send` stands for what the card does when a save is due. */
function run(...events: (DraftEvent | 'send')[]): Draft {
  return events.reduce<Draft>((draft, event) => {
    if (event !== 'send') return advanceDraft(draft, event);
    const save = nextSave(draft);
    if (!save) throw new Error('there is nothing to send');
    return advanceDraft(draft, { type: 'sending', save });
  }, beginDraft(start));
}

describe('when it saves', () => {
  it('a second after the last key, and after five however long somebody goes on', () => {
    expect(run(typed('a', 0)).dueAt).toBe(1_000);
    expect(run(typed('a', 0), typed('ab', 800)).dueAt).toBe(1_800);
    expect(run(typed('a', 0), typed('ab', 4_900)).dueAt).toBe(5_000);
  });

  it('at once when the form is closed or the note is done', () => {
    expect(run(typed('a', 0), { type: 'left', at: 300 }).dueAt).toBe(300);
    expect(run(typed('a', 0), { type: 'asked', wish: 'shared', at: 300 }).dueAt).toBe(300);
  });

  it('not for a field that is left as its keys have told already', () => {
    const draft = run(typed('a', 0), 'send', { type: 'answered', answer: saved(1), at: 1_100 }, {
      ...typed('a', 1_200),
      isCommitted: true,
    } as DraftEvent);
    expect(nextSave(draft)).toBeNull();
    expect(draft.shown).toEqual(exampleContent('a'));
  });
});

describe('when the service is away', () => {
  it('waits 2, 4, 8 … seconds, at most a minute, and stops after twenty times', () => {
    let draft = run(typed('a', 0), 'send');
    const pauses: (number | null)[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      draft = advanceDraft(draft, { type: 'answered', answer: refused('unavailable', true), at: 0 });
      pauses.push(draft.dueAt);
      draft = advanceDraft(draft, { type: 'sending', save: nextSave(draft)! });
    }
    expect(pauses.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(pauses.at(-1)).toBeNull();
    expect(draft.content).toEqual(exampleContent('a'));
  });

  it('sends the same again before anything newer: it may have arrived', () => {
    const draft = run(
      typed('a', 0),
      'send',
      { type: 'answered', answer: refused('unavailable'), at: 1_000 },
      typed('ab', 1_500),
    );
    expect(nextSave(draft)?.content).toEqual(exampleContent('a'));
    expect(draft.dueAt).toBe(3_000);
  });

  it('goes on when somebody writes on or presses, after it has stopped', () => {
    let draft = run(typed('a', 0), 'send');
    for (let tries = 0; tries < 20; tries += 1)
      draft = advanceDraft(draft, { type: 'answered', answer: refused('internal'), at: 0 });
    expect(draft.dueAt).toBeNull();
    expect(advanceDraft(draft, { type: 'insisted', at: 70 }).dueAt).toBe(70);
    expect(advanceDraft(draft, typed('ab', 70)).dueAt).toBe(1_070);
  });
});

describe('when the note is done', () => {
  const asked: DraftEvent = { type: 'asked', wish: 'shared', at: 10 };

  it('it is finished by the answer to the save that says so', () => {
    expect(run(typed('a', 0), asked, 'send').finished).toBeNull();
    const draft = run(typed('a', 0), asked, 'send', { type: 'answered', answer: saved(1, 'shared'), at: 20 });
    expect(draft.finished).toMatchObject({ state: 'shared' });
  });

  it('a save that is on its way comes first, and the last one carries its version', () => {
    const draft = run(typed('a', 0), 'send', asked, { type: 'answered', answer: saved(4), at: 20 });
    expect(nextSave(draft)).toMatchObject({ noteId: '61', version: 4, state: 'shared', isLast: true });
    expect(draft.dueAt).toBe(10);
  });

  it('writing on takes the wish back, unless it is on its way', () => {
    const away: DraftEvent = { type: 'answered', answer: refused('unavailable'), at: 5 };
    expect(run(typed('a', 0), 'send', away, asked, typed('ab', 20)).wish).toBeNull();
    const sent = run(typed('a', 0), asked, 'send', typed('ab', 20), {
      type: 'answered',
      answer: saved(1, 'shared'),
      at: 30,
    });
    expect(sent).toMatchObject({
      finished: null,
      savedAs: 'edit',
      wish: null,
      content: exampleContent('ab'),
    });
    expect(isUnsettled(sent)).toBe(true);
  });
});

describe('when versions differ', () => {
  const clash: DraftEvent = { type: 'answered', answer: refused('conflict'), at: 10 };
  const theirs = { noteId: '61', version: 7, content: exampleContent('theirs') };
  const both = run(typed('mine', 0), 'send', clash, { type: 'read', theirs });

  it('nothing is sent until the author has chosen', () => {
    expect(nextSave(run(typed('mine', 0), 'send', clash))).toBeNull();
    expect(nextSave(both)).toBeNull();
    expect(both.content).toEqual(exampleContent('mine'));
  });

  it('mine goes over theirs with their version, and theirs stays readable', () => {
    const draft = advanceDraft(both, { type: 'keptMine', at: 20 });
    expect(nextSave(draft)).toMatchObject({ noteId: '61', version: 7, content: exampleContent('mine') });
    expect(draft.setAside).toEqual(theirs.content);
  });

  it('theirs is taken with nothing to save, and mine stays readable', () => {
    const draft = advanceDraft(both, { type: 'tookOther', at: 20 });
    expect(draft).toMatchObject({ content: theirs.content, shown: theirs.content, version: 7 });
    expect(draft.setAside).toEqual(exampleContent('mine'));
    expect(nextSave(draft)).toBeNull();
  });

  it('where the other cannot be written to, mine becomes a note of its own', () => {
    const gone = run(typed('mine', 0), 'send', clash, { type: 'read', theirs: null });
    expect(nextSave(advanceDraft(gone, { type: 'keptMine', at: 20 }))).toMatchObject({
      noteId: null,
      version: 0,
      state: 'draft',
    });
  });
});

describe('what its author was shown of its promises', () => {
  const promise = { id: 'a1', text: 'call Kim', doer: 'rep' as const, dueOn: '2026-11-27' };
  const contentOf = (...promises: (typeof promise)[]) => ({ ...exampleContent('g'), promises });
  const change = (content: ReturnType<typeof contentOf>): DraftEvent => ({
    ...{ type: 'typed', content, isCommitted: true, at: 0 },
  });
  const first = start.note.content.promises;

  it('goes with every save, as it was in the version that the save goes over', () => {
    const draft = run(change(contentOf(promise)));
    expect(nextSave(draft)).toMatchObject({ version: 0, seen: { promises: first } });
    const saving = advanceDraft(draft, { type: 'sending', save: nextSave(draft)! });
    const settled = advanceDraft(saving, { type: 'answered', answer: saved(1), at: 10 });
    expect(nextSave(advanceDraft(settled, change(contentOf())))).toMatchObject({
      ...{ version: 1, seen: { promises: [promise] } },
    });
  });

  it('is the other version once the author has chosen over it, and nothing where that is gone', () => {
    const clash: DraftEvent = { type: 'answered', answer: refused('conflict'), at: 10 };
    const choose = (theirs: { noteId: string; version: number; content: typeof start.note.content } | null) =>
      nextSave(
        run(change(contentOf()), 'send', clash, { type: 'read', theirs }, { type: 'keptMine', at: 20 }),
      );
    const theirs = { noteId: '61', version: 7, content: contentOf(promise) };
    expect(choose(theirs)).toMatchObject({ version: 7, seen: { promises: [promise] } });
    expect(choose(null)).toMatchObject({ version: 0, seen: null });
  });
});

it('a note that is gone is a conflict, a rep or record that is not known is a refusal', () => {
  const gone = (field: string): DraftEvent => ({
    type: 'answered',
    answer: { ok: false, error: { code: 'not_found', message: 'No.', field } },
    at: 10,
  });
  expect(run(typed('a', 0), 'send', gone('noteId')).trouble).toMatchObject({ kind: 'clash' });
  expect(run(typed('a', 0), 'send', gone('ownerId')).trouble).toMatchObject({ kind: 'refused' });
});

it('a refused text is not sent again until it was changed', () => {
  const draft = run(typed('4111', 0), 'send', { type: 'answered', answer: refused('bad_request'), at: 10 });
  expect(nextSave(draft)).toBeNull();
  expect(isUnsettled(draft)).toBe(true);
  expect(nextSave(advanceDraft(draft, typed('4', 20)))).toMatchObject({ content: exampleContent('4') });
});

it('opening the form again leaves what is not saved, and takes what the service has otherwise', () => {
  const news = { ...start, note: { noteId: '61', version: 9, content: exampleContent('news') } };
  expect(run(typed('a', 0), { type: 'opened', start: news }).content).toEqual(exampleContent('a'));
  expect(run({ type: 'opened', start: news }).content).toEqual(exampleContent('news'));
});

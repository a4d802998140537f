import fc from 'fast-check';
import type { NotePromise } from '../../../src/contract/index.ts';

/** One thing that somebody does; `at` chooses the promise, modulo how many there are. */
export type Step =
  | { do: 'open' | 'save' | 'repeat' | 'tell' | 'add' | 'back' }
  | { do: 'word' | 'day' | 'up' | 'out' | 'tick' | 'untick' | 'delete'; at: number }
  | { do: 'rename' | 'put off'; at: number; isDone: boolean };

const at = fc.nat({ max: 9 });
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'save' }, { do: 'tell' }) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom<Step['do']>('open', 'add', 'repeat', 'back')
        .map((each) => ({ do: each }) as Step),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('word', 'day', 'up', 'out', 'tick', 'untick', 'delete'),
        at,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('rename', 'put off'), at, isDone: fc.boolean() }),
    },
  ),
  { minLength: 6, maxLength: 24 },
);

/** An action as it is shown. */
export interface Shown {
  readonly id: string;
  readonly promiseId: string;
  readonly text: string;
  readonly dueOn: string;
  readonly isDone: boolean;
}

/** What is tried: the form's two ends, the rep's tick, and HubSpot. */
export interface Tried {
  open(): Promise<{ promises: readonly NotePromise[]; closed: readonly string[] }>;
  /** Shares the note over a version; answers the version that there is then. */
  save(promises: readonly NotePromise[], seen: readonly NotePromise[], version: number): Promise<number>;
  tick(promiseId: string, isDone: boolean): Promise<void>;
  tell(): Promise<void>;
  change(promiseId: string, task: { text: string; dueOn: string; isDone: boolean }): Promise<void>;
  remove(promiseId: string): Promise<void>;
  list(): Promise<Shown[]>;
}

/** An action as the model has it. */
interface Kept {
  text: string;
  dueOn: string;
  isDone: boolean;
  isDropped: boolean;
  /** HubSpot has not been told of a change. */
  isUntold: boolean;
}

/** Does the steps and holds everything that is shown against a model of it. */
export async function followPromises(script: readonly Step[], tried: Tried): Promise<void> {
  let names = 0;
  const promiseOf = (text: string): NotePromise => ({
    id: (0xa000 + (names += 1)).toString(16),
    text,
    doer: 'rep',
    dueOn: '2026-12-01',
  });
  let version = 0;
  let note: readonly NotePromise[] = [];
  let form: NotePromise[] = [promiseOf('one'), promiseOf('two')];
  let seen: readonly NotePromise[] = [];
  let last = [form, seen, version] as const;
  const kept = new Map<string, Kept>();
  const rowIds = new Map<string, string>();

  const save = async () => {
    last = [form, seen, version];
    const before = new Map(seen.map((each) => [each.id, JSON.stringify(each)]));
    const isNews =
      JSON.stringify(form) !== JSON.stringify(note) ||
      form.some((each) => before.get(each.id) !== JSON.stringify(each)) ||
      version === 0;
    version = await tried.save(...last);
    if (!isNews) return;
    for (const each of form) {
      const { text, dueOn } = each;
      const known = kept.get(each.id);
      if (known === undefined)
        kept.set(each.id, { text, dueOn, isDone: false, isDropped: false, isUntold: true });
      else if (before.get(each.id) !== JSON.stringify(each))
        Object.assign(known, { text, dueOn, isDropped: false, isUntold: true });
    }
    for (const [id, known] of kept)
      if (!form.some((each) => each.id === id) && !known.isDropped)
        Object.assign(known, { isDropped: true, isUntold: true });
    note = form;
    seen = form;
  };
  const change = (place: number, run: (promise: NotePromise) => NotePromise) => {
    if (form.length > 0) form = form.map((each, index) => (index === place % form.length ? run(each) : each));
  };
  const choose = (place: number): [string, Kept] | undefined => {
    const open = [...kept].filter(([, { isDropped }]) => !isDropped);
    return open[place % Math.max(1, open.length)];
  };
  await save();

  for (const step of script) {
    if (step.do === 'save') await save();
    else if (step.do === 'repeat') expect(await tried.save(...last)).toBe(version);
    // What the note says is typed once more, over what HubSpot has made of it.
    else if (step.do === 'back') form = [...note];
    else if (step.do === 'add' && form.length < 5) form = [...form, promiseOf(`added ${names}`)];
    else if (step.do === 'word') change(step.at, (each) => ({ ...each, text: `${each.text}, said again` }));
    else if (step.do === 'day')
      change(step.at, (each) => ({
        ...each,
        dueOn: each.dueOn === '2026-12-24' ? '2026-12-25' : '2026-12-24',
      }));
    else if (step.do === 'up') form = form.toSpliced(step.at, 1).concat(form.slice(step.at, step.at + 1));
    else if (step.do === 'out') form = form.toSpliced(step.at, 1);
    else if (step.do === 'open') {
      const opened = await tried.open();
      const expected = note.map((each) => {
        const known = kept.get(each.id);
        return known && !known.isDropped ? { ...each, text: known.text, dueOn: known.dueOn } : each;
      });
      expect(opened.promises).toEqual(expected);
      const closed = note.filter(({ id }) => kept.get(id)?.isDropped || kept.get(id)?.isDone);
      expect(opened.closed).toEqual(closed.map(({ id }) => id));
      form = [...opened.promises];
      seen = opened.promises;
    } else if (step.do === 'tell') {
      await tried.tell();
      for (const known of kept.values()) known.isUntold = false;
    } else if ('at' in step) {
      const [id, known] = choose(step.at) ?? [];
      if (id === undefined || known === undefined) continue;
      if (step.do === 'tick' || step.do === 'untick') {
        await tried.tick(id, step.do === 'tick');
        Object.assign(known, { isDone: step.do === 'tick', isUntold: true });
      } else if (step.do === 'delete') {
        await tried.remove(id);
        if (!known.isUntold) known.isDropped = true;
      } else if ('isDone' in step) {
        const task = {
          text: step.do === 'rename' ? `${known.text}, as HubSpot has it` : known.text,
          dueOn: step.do === 'put off' ? '2027-01-15' : known.dueOn,
          isDone: step.isDone,
        };
        await tried.change(id, task);
        // A change of ours that is still on its way is the newer one.
        if (!known.isUntold) Object.assign(known, task);
      }
    }
    const shown = await tried.list();
    const expected = [...kept].filter(([, { isDropped }]) => !isDropped);
    expect(
      new Map(shown.map(({ promiseId, text, dueOn, isDone }) => [promiseId, { text, dueOn, isDone }])),
    ).toEqual(new Map(expected.map(([id, { text, dueOn, isDone }]) => [id, { text, dueOn, isDone }])));
    // Whatever becomes of a promise, its action stays the one that it was, and so does its task.
    for (const { id, promiseId } of shown) {
      expect(rowIds.get(promiseId) ?? id).toBe(id);
      rowIds.set(promiseId, id);
    }
  }
}

import fc from 'fast-check';
import type { NoteContent, SavedNote } from '../../../src/contract/index.ts';
import {
  advanceDraft,
  type DraftEvent,
} from '../../../extensions/src/app/cards/coaching/writing/advance-draft.ts';
import {
  beginDraft,
  isUnsettled,
  nextSave,
  type Save,
} from '../../../extensions/src/app/cards/coaching/writing/draft.ts';
import type { Answer } from '../../../extensions/src/app/cards/shared/ask-service.ts';
import { refused, saved, start, typed } from './draft-events.ts';
import { exampleContent } from './example-views.ts';

type Step =
  | { do: 'type' | 'leave' | 'press' }
  | { do: 'wait'; ms: number }
  /** What becomes of the save that is on its way. */
  | { do: 'net'; fate: 'answered' | 'lost' | 'answer lost' }
  | { do: 'elsewhere' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>({ do: 'type' }) },
    { weight: 3, arbitrary: fc.integer({ min: 50, max: 9_000 }).map((ms): Step => ({ do: 'wait', ms })) },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom('answered' as const, 'lost' as const, 'answer lost' as const)
        .map((fate): Step => ({ do: 'net', fate })),
    },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'leave' }, { do: 'press' }, { do: 'elsewhere' }) },
  ),
  { maxLength: 60 },
);

/** A service with one note, and a connection that loses questions and answers. */
function simulate(script: readonly Step[]) {
  let now = 0;
  let draft = beginDraft(start);
  let keys = 0;
  let inFlight: Save | null = null;
  const store: { version: number; content: NoteContent | null } = { version: 0, content: null };
  const answered = new Map<string, Answer<SavedNote>>();
  let newest = 0;
  const chosen: NoteContent[] = [];
  const tell = (event: DraftEvent) => {
    draft = advanceDraft(draft, event);
  };

  const serve = (save: Save): Answer<SavedNote> => {
    // The idempotency key belongs to what is said: the same save is worked off once.
    const key = JSON.stringify(save);
    const before = answered.get(key);
    if (before) return before;
    if (save.version !== store.version) return refused('conflict');
    store.version += 1;
    store.content = save.content;
    const answer = saved(store.version);
    answered.set(key, answer);
    return answer;
  };
  const settle = (fate: 'answered' | 'lost' | 'answer lost') => {
    if (!inFlight) return;
    const answer = fate === 'lost' ? refused('unavailable', true) : serve(inFlight);
    inFlight = null;
    if (fate !== 'answered') {
      tell({ type: 'answered', answer: refused('unavailable', true), at: now });
      return;
    }
    if (answer.ok) newest = answer.view.version;
    tell({ type: 'answered', answer, at: now });
    if (draft.trouble?.kind !== 'clash') return;
    const theirs = { noteId: '61', version: store.version, content: store.content ?? start.note.content };
    tell({ type: 'read', theirs });
    chosen.push(theirs.content);
    newest = theirs.version;
    tell({ type: 'keptMine', at: now });
  };
  const sendWhatIsDue = () => {
    const save = nextSave(draft);
    if (!save || draft.dueAt === null || draft.dueAt > now) return;
    expect(inFlight).toBeNull();
    expect(save.version).toBe(newest);
    inFlight = save;
    tell({ type: 'sending', save });
  };

  for (const step of script) {
    if (step.do === 'type') tell(typed(`text ${(keys += 1)}`, now));
    else if (step.do === 'leave') tell({ type: 'left', at: now });
    else if (step.do === 'press') tell({ type: 'insisted', at: now });
    else if (step.do === 'wait') now += step.ms;
    else if (step.do === 'net') settle(step.fate);
    else {
      store.version += 1;
      store.content = exampleContent(`elsewhere ${store.version}`);
    }
    sendWhatIsDue();
  }
  // The connection is back, and the author waits.
  for (let rounds = 0; rounds < 60 && isUnsettled(draft); rounds += 1) {
    settle('answered');
    now += 61_000;
    if (draft.dueAt === null) tell({ type: 'insisted', at: now });
    sendWhatIsDue();
  }
  return { draft, store, keys, chosen };
}

it('loses no key, sends one save at a time, each with the newest version, whatever the connection does', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const { draft, store, keys } = simulate(script);
      expect(isUnsettled(draft)).toBe(false);
      if (keys === 0) return;
      expect(draft.content).toEqual(exampleContent(`text ${keys}`));
      const elsewhere = script.findLastIndex((step) => step.do === 'elsewhere');
      // Only what somebody else wrote after the last save may stand there instead.
      if (elsewhere === -1) expect(store.content).toEqual(draft.content);
    }),
    { numRuns: 400 },
  );
});

it('takes no version that was not written elsewhere for a conflict', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const { chosen } = simulate(script.filter((step) => step.do !== 'elsewhere'));
      expect(chosen).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

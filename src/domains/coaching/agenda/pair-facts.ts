import type { Cadence } from '../../../contract/index.ts';
import type { CountedCredit, StoredQuota } from '../../quota/index.ts';
import type { Line } from '../lines/store.ts';
import type { CoachedRecord } from '../notes/types.ts';
import type { CoachingPolicy } from '../policy/to-policy.ts';
import type { LowestSkillLine } from '../rubric/describe-lowest.ts';

/** A manager and somebody who reports to them. */
export interface Pair {
  readonly managerId: string;
  readonly repId: string;
}

/** What of a deal an agenda looks at; open, or won lately. */
export interface AgendaDeal {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly homeMinor: number | null;
  readonly hasAmount: boolean;
  readonly closeAt: Date | null;
  readonly createdAt: Date;
  readonly lastActivityAt: Date | null;
  readonly nextActivityAt: Date | null;
  readonly hasNextStep: boolean;
  readonly pushes: number;
  readonly isWon: boolean;
}

interface BesideRecord {
  readonly record: CoachedRecord;
}

/** When 1:1s of two people were, and what says when the next one is. */
export interface PairDates extends Pair {
  /** The rep's own, else null. */
  readonly cadence: Cadence | null;
  /** Since when the two work together; null where nobody said. */
  readonly since: Date | null;
  readonly meetings: readonly HeldMeeting[];
  readonly changes: readonly { readonly dueOn: string; readonly movedTo: string | null }[];
  /** The agenda that was prepared last; null where none was. */
  readonly prepared: PreparedAgenda | null;
  /** The portal's. */
  readonly policy: CoachingPolicy;
}

/** Everything else that the agendas of two people are made of, read at one moment; dates are instants. */
export interface PairFacts extends PairDates {
  readonly actions: readonly (BesideRecord & {
    readonly id: string;
    readonly doerId: string;
    readonly text: string;
    readonly dueOn: string;
    readonly createdAt: Date;
  })[];
  /** Those that whoever reads the agenda may read. */
  readonly lines: readonly Pick<Line, 'id' | 'record' | 'managerId' | 'readerId' | 'text'>[];
  /** What workflows want talked about. */
  readonly requests: readonly (BesideRecord & { readonly id: string; readonly reason: string })[];
  /** The one skill to work on, by what the manager scored last in a note that is no draft; null where nothing was. */
  readonly lowestSkill: LowestSkillLine | null;
  /** Notes of the manager that the rep disagreed with. */
  readonly disagreed: readonly (BesideRecord & { readonly id: string; readonly at: Date })[];
  /** Reasons of risk that the rep says do not hold, `'dealId reason'`. */
  readonly disputes: ReadonlySet<string>;
  /** Summed up; in minor units of the company currency. */
  readonly credits: readonly (Omit<CountedCredit, 'amount'> & { readonly amountMinor: number })[];
  readonly quotas: readonly StoredQuota[];
}

export interface HeldMeeting {
  readonly number: number;
  readonly heldOn: string;
  readonly minutes: number;
  readonly kind: 'deal' | 'skill';
  readonly attendance: 'both' | 'rep missing' | 'manager missing';
}

export interface PreparedAgenda {
  readonly dueOn: string;
  readonly madeAt: Date;
  /** The ids of its lines. */
  readonly lineIds: readonly string[];
}

/** Which of the two reads: a rep is told nothing of what their manager keeps private. */
export type AgendaReader = 'manager' | 'rep';

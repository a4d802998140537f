import type { Cadence, RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { StoredQuota } from '../../quota/index.ts';
import { purposeOfAction } from '../actions/to-action.ts';
import { purposeOfLine } from '../lines/purpose-of-line.ts';
import type { Line } from '../lines/store.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { toPolicy } from '../policy/to-policy.ts';
import { purposeOfRequest } from '../requests/purpose-of-request.ts';
import { describeLowest, type LowestSkillLine } from '../rubric/describe-lowest.ts';
import { openLevels } from '../rubric/seal-levels.ts';
import type { Skill } from '../rubric/types.ts';
import type { HeldMeeting, Pair, PairDates, PairFacts, PreparedAgenda } from './pair-facts.ts';

/** A row as what it says, its texts opened. */
export function openPair(row: PairRow, portalId: number, sealer: TextSealer): PairFacts {
  const openLowest = ({ levels, skills }: ScoringRow): LowestSkillLine | null =>
    describeLowest(
      skills,
      openLevels(sealer, { portalId, scorerId: row.managerId, repId: row.repId }, levels),
    );
  return {
    ...openDates(row),
    actions: row.actions.map(({ id, noteId, doerId, text, dueOn, at, ...beside }) => ({
      id,
      doerId,
      dueOn,
      text: sealer.open(text, purposeOfAction(portalId, noteId)),
      createdAt: new Date(at),
      record: toRecord(beside),
    })),
    lines: row.lines.map(({ id, managerId, readerId, text, ...beside }) => ({
      id,
      managerId,
      readerId,
      text: sealer.open(text, purposeOfLine(portalId, row.repId)),
      record: toRecord(beside),
    })),
    requests: row.requests.map(({ id, reason, ...beside }) => ({
      id,
      reason: sealer.open(reason, purposeOfRequest(portalId, row.repId)),
      record: toRecord(beside),
    })),
    lowestSkill: row.scoring && openLowest(row.scoring),
    disagreed: row.disagreed.map(({ id, at, ...beside }) => ({
      id,
      at: new Date(at),
      record: toRecord(beside),
    })),
    disputes: new Set(row.disputes),
    credits: row.credits,
    quotas: row.quotas.map(({ pipelineIds, ...quota }) => ({
      ...quota,
      pipelineIds: pipelineIds?.split(';') ?? null,
    })),
  };
}

/** The dates of a row, in which there is no text. */
export function openDates(row: DatesRow): PairDates {
  return {
    managerId: row.managerId,
    repId: row.repId,
    cadence: row.cadence as Cadence | null,
    since: row.since,
    meetings: row.meetings,
    changes: row.changes,
    prepared: row.prepared && { ...row.prepared, madeAt: new Date(row.prepared.madeAt) },
    policy: toPolicy(row.policy),
  };
}

interface ScoringRow {
  readonly levels: string;
  readonly skills: readonly Skill[];
}

interface RecordRow {
  readonly type: string;
  readonly recordId: string;
}
const toRecord = ({ type, recordId }: RecordRow): CoachedRecord => ({
  type: type as RecordType,
  id: recordId,
});

/** What the store answers about the 1:1s of two people. */
export interface DatesRow extends Pair {
  readonly cadence: string | null;
  readonly since: Date | null;
  readonly meetings: readonly HeldMeeting[];
  readonly changes: PairDates['changes'];
  readonly policy: Parameters<typeof toPolicy>[0];
  readonly prepared: (Omit<PreparedAgenda, 'madeAt'> & { readonly madeAt: string }) | null;
}

/** What the store answers about two people; texts and levels are sealed. */
export interface PairRow extends DatesRow {
  readonly actions: readonly (RecordRow & {
    readonly id: string;
    readonly noteId: string;
    readonly doerId: string;
    readonly text: string;
    readonly dueOn: string;
    readonly at: string;
  })[];
  readonly lines: readonly (RecordRow & Pick<Line, 'id' | 'managerId' | 'readerId' | 'text'>)[];
  readonly requests: readonly (RecordRow & { readonly id: string; readonly reason: string })[];
  readonly scoring: ScoringRow | null;
  readonly disagreed: readonly (RecordRow & { readonly id: string; readonly at: string })[];
  readonly disputes: readonly string[];
  readonly credits: PairFacts['credits'];
  readonly quotas: readonly (Omit<StoredQuota, 'pipelineIds'> & { readonly pipelineIds: string | null })[];
}

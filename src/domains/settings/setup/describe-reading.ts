import type { SyncProgress } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';

export interface ReadingFacts {
  readonly phase: 'directory' | 'deals' | 'checking' | 'learning' | 'done';
  readonly dealsRead: number;
  /** Null until HubSpot has said how many there are. */
  readonly dealsTotal: number | null;
  readonly finishedAt: Date | null;
}

const phases: Readonly<Record<ReadingFacts['phase'], string>> = {
  directory: 'Reading people, teams and pipelines',
  deals: 'Reading deals',
  checking: "Comparing with HubSpot's own list",
  learning: 'Learning from your history',
  done: 'Read',
};

/** How far a running read is; null when none runs. Never 100 % before it is over. */
export function describeReading(reading: ReadingFacts | null): SyncProgress | null {
  if (reading === null || reading.finishedAt !== null) return null;
  const { phase, dealsRead: read, dealsTotal: total } = reading;
  return {
    phase: phases[phase],
    read,
    total,
    percent: total === null ? null : Math.min(99, Math.floor((100 * read) / Math.max(1, total))),
    text:
      total === null
        ? `${countNoun(read, 'deal')} so far`
        : `${Math.min(read, total).toLocaleString('en')} of ${countNoun(total, 'deal')}`,
  };
}

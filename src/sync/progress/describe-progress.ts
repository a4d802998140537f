import type { PullPhase, PullProgress } from './store.ts';

/** What a progress bar says: `done` of `total` deals; `total` is null where nobody can tell. */
export interface ProgressWords {
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
}

const phases: Readonly<Record<PullPhase, string>> = {
  directory: 'Reading people',
  deals: 'Reading deals',
  checking: 'Checking deals',
  learning: 'Learning',
  done: 'Reading deals',
};

/** What a pull is at, so that the bar never stands at its end while work is left. */
export function describeProgress({
  phase,
  dealsRead,
  dealsTotal,
  dealsChecked,
}: PullProgress): ProgressWords {
  const words = phases[phase];
  if (phase === 'directory' || phase === 'learning') return { words, done: dealsRead, total: null };
  const done = phase === 'checking' ? dealsChecked : dealsRead;
  // Search told the total in the beginning; deals that were made since count too.
  return { words, done, total: dealsTotal === null ? null : Math.max(dealsTotal, done) };
}

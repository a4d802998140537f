import { fitCoefficient } from './fit-coefficient.ts';
import { listCandidates } from './list-candidates.ts';
import { matchPeers } from './match-peers.ts';
import { findShortfall } from './find-shortfall.ts';
import { spreadOf } from './spread-of.ts';
import type { ComparedRep, Impact, ImpactQuestion } from './types.ts';

/**
 * What coaching did to a metric chosen beforehand: difference in differences against uncoached peers, matched on level and
 * trend before and adjusted for what matching leaves, read one sales cycle after coaching began.
 *
 *     after − level = effect · coached + a · level + b · trend + c · last + one constant a starting quarter
 *
 * Managers coach whom they worry about, so the coached come up again by themselves. A plain difference in differences
 * takes that for an effect (about 5 points of attainment in the test's company), and matching alone leaves part of it, because the
 * worst have no equals. Choosing people by what was seen before biases nothing once the result is held against
 * what was seen before: where results are linear in level, trend and the last quarter, the effect has no bias, and its
 * interval covers the truth in 95 of 100 cases. Matching first makes the line matter less (Ho, Imai, King and Stuart 2007).
 * The last quarter is held apart from level and trend because a bad quarter lingers, and is what managers see.
 *
 * What it cannot know: what managers know and figures do not show, and what befalls a whole team at once. Where all the worst
 * are coached, nobody alike is left, and the answer leans on the line: both levels before are told, so that one sees it.
 */
export function measureImpact(question: ImpactQuestion): Impact {
  const candidates = listCandidates(question);
  const compared = matchPeers(candidates);
  const coached = compared.filter(({ isCoached }) => isCoached);
  const peers = compared.filter(({ isCoached }) => !isCoached);
  const shortfall = findShortfall(question, candidates, { coached: coached.length, peers: peers.length });
  if (shortfall !== null) return shortfall;

  const starts = [...new Set(compared.map(({ start }) => start))];
  const fitted = fitCoefficient(
    [
      compared.map(({ isCoached }) => +isCoached),
      standardise(compared.map(({ level }) => level)),
      standardise(compared.map(({ trend }) => trend)),
      standardise(compared.map(({ last }) => last)),
      ...starts.map((each) => compared.map(({ start }) => +(start === each))),
    ],
    compared.map(({ after, level }) => after - level),
  );
  if (fitted === null) return { kind: 'noVariation' };
  return {
    kind: 'measured',
    effect: fitted.estimate,
    low: fitted.low,
    high: fitted.high,
    coached: coached.length,
    peers: peers.length,
    leftOut: candidates.coached.length - coached.length,
    before: { coached: meanLevel(coached), peers: meanLevel(peers) },
  };
}

function meanLevel(reps: readonly ComparedRep[]): number {
  return reps.reduce((sum, { level }) => sum + level, 0) / reps.length;
}

/** Around 0 and in standard deviations, so that a metric in cents and one in shares are solved as exactly. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = spreadOf(values);
  return values.map((value) => (spread === 0 ? 0 : (value - mean) / spread));
}

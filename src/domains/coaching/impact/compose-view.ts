import type { ImpactView } from '../../../contract/index.ts';
import { describeImpact } from './describe-impact.ts';
import { impactMetrics } from './metrics.ts';
import { coachedNeeded, peersNeeded, quartersBefore } from './rules.ts';
import type { MoveTally } from './tally-moves.ts';
import type { Impact, MeasuredImpact } from './types.ts';

/** What the Impact section says, in whole points of a hundred. */
export function composeImpactView({
  chosen,
  impact,
  moves,
}: {
  /** Null before a metric was chosen. */
  readonly chosen: { readonly metric: string; readonly label: string } | null;
  /** Null likewise. */
  readonly impact: Impact | null;
  readonly moves: MoveTally;
}): ImpactView {
  const metric = impactMetrics.find(({ id }) => id === chosen?.metric);
  return {
    state: impact === null ? 'unchosen' : impact.kind,
    sentence:
      impact === null || metric === undefined
        ? 'Choose first what coaching is to be judged by. A metric picked once the results are there would find an effect in noise.'
        : describeImpact(impact, { metric: metric.name, show: points }),
    metric:
      chosen === null || metric === undefined
        ? null
        : { id: metric.id, title: metric.title, chosenLabel: `Chosen ${chosen.label}` },
    choices: impactMetrics.map(({ id, title, sentence }) => ({ id, title, sentence })),
    notice:
      chosen === null
        ? 'Results count from the quarter after this one on.'
        : 'Choosing another metric starts anew: results count from the quarter after this one on.',
    figures: impact?.kind === 'measured' ? describeFigures(impact) : null,
    method: [...method],
    moves: { finished: moves.finished, unfinished: moves.unfinished, sentence: moves.words },
  };
}

const method: readonly string[] = [
  'Coached means three or more 1:1s held in a quarter, for the first time. The result is read one sales cycle later.',
  `Each coached rep is held against up to two who were not coached by then and stood most alike in the ${quartersBefore} quarters before, in level and trend. What is shown is how much more the coached gained.`,
  `From ${coachedNeeded} coached reps and ${peersNeeded} peers up. The interval covers the truth in 95 of 100 such comparisons.`,
  'It cannot know what managers know and figures do not show.',
];

function describeFigures({ effect, low, high, coached, peers, leftOut, before }: MeasuredImpact) {
  return {
    effect: signed(effect),
    interval: `${signed(low)} to ${signed(high)}`,
    isChancePossible: low <= 0 && high >= 0,
    coached,
    peers,
    leftOut,
    coachedBefore: percent(before.coached),
    peersBefore: percent(before.peers),
  };
}

const whole = (share: number): number => Math.round(100 * share) + 0;
const points = (share: number): string =>
  `${whole(share)} ${Math.abs(whole(share)) === 1 ? 'point' : 'points'}`;
const signed = (share: number): string => `${whole(share) > 0 ? '+' : ''}${points(share)}`;
const percent = (share: number): string => `${whole(share)} %`;

import { countNoun } from '../../../kernel/count-noun.ts';
import { coachedNeeded, peersNeeded } from './rules.ts';
import type { Impact, NotEnoughData } from './types.ts';

/** What a screen says about it. `show` writes a difference of the metric: `'8 points'`; `metric` names it: `'attainment'`. */
export function describeImpact(
  impact: Impact,
  { metric, show }: { readonly metric: string; readonly show: (difference: number) => string },
): string {
  switch (impact.kind) {
    case 'notEnough':
      return `Not enough data yet. ${describeShortfall(impact)}`;
    case 'noVariation':
      return 'No comparison: the figures do not vary.';
    case 'measured': {
      const { effect, low, high, coached, peers } = impact;
      const basis = `${countNoun(coached, 'rep')} coached, ${countNoun(peers, 'peer')}, one sales cycle later.`;
      const direction = effect < 0 ? 'less' : 'more';
      const gained = `In ${metric}, coached reps gained ${show(Math.abs(effect))} ${direction} than peers who stood alike before`;
      const range = `between ${show(low)} and ${show(high)}`;
      return low <= 0 && high >= 0
        ? `${gained}. That can be chance: the truth may lie ${range}. ${basis}`
        : `${gained}, ${range}. ${basis}`;
    }
  }
}

function describeShortfall({
  coached,
  peers,
  coachedMissing,
  peersMissing,
  quartersMissing,
}: NotEnoughData): string {
  const sentences = [
    quartersMissing > 0 && `${countNoun(quartersMissing, 'more quarter')} must go by.`,
    coachedMissing > 0 &&
      `${coachedNeeded} reps coached once a month are needed after a year with figures: ${coached} so far, ${coachedMissing} missing.`,
    peersMissing > 0 &&
      `${peersNeeded} peers with figures for the same quarters are needed: ${peers} so far, ${peersMissing} missing.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

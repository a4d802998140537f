import { toPercentText } from '../../../kernel/ratio.ts';
import type { Completion } from '../actions/completion/measure-completion.ts';

/** `'82 % of 22 kept, 62 to 93 % likely'`; of a few `'3 of 4 kept'`; null where nothing was due. */
export function describeCompletion(completion: Completion | undefined): string | null {
  if (completion === undefined || completion.due === 0) return null;
  const { due, kept, rate } = completion;
  if (rate === null) return `${kept} of ${due} kept`;
  const { low, high } = rate.interval;
  return `${toPercentText(rate.share)} of ${due} kept, ${percent(low)} to ${percent(high)} % likely`;
}

const percent = (share: number): number => Math.round(100 * share);

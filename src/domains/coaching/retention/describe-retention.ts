import type { KeptMonths, RetentionView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { ErasedCounts } from './store.ts';

/**
 * This year and last: what two yearly reviews look back on, and as long as the audit log. Long enough that nobody loses what
 * they still work with, and not for good, because nobody would ever come back to erase it.
 */
export const usualMonths: KeptMonths = 24;

export const monthChoices: readonly KeptMonths[] = [12, 24, 36, null];

/** `counts` are of what would be erased, in the order of the choices; null where nothing ever is. */
export function describeRetention(
  chosen: KeptMonths | undefined,
  counts: readonly (ErasedCounts | null)[],
): RetentionView {
  return {
    months: chosen === undefined ? usualMonths : chosen,
    isChosen: chosen !== undefined,
    choices: monthChoices.map((months, index) => ({
      months,
      title: months === null ? 'For good' : `${months} months`,
      sentence: describeCounts(counts[index] ?? null),
    })),
    kept: [
      'Open action items stay until they are done or dropped, whatever their age.',
      'A note counts from the last time that something was written, shared, answered or added in it.',
      'A calibration counts from the last scoring. It is open for three months: whoever has not scored by then is asked no more, and one that nobody has scored goes.',
      'When 1:1s were held stays: it holds no text, and coverage and impact are computed from it.',
    ],
  };
}

function describeCounts(counts: ErasedCounts | null): string {
  if (counts === null) return 'Nothing is erased, until somebody asks for it.';
  const { notes, drafts, replies, lines, actions, calibrations, disputes } = counts;
  const parts = [
    notes > 0 && countNoun(notes, 'note'),
    drafts > 0 && countNoun(drafts, 'draft'),
    replies > 0 && countNoun(replies, 'reply', 'replies'),
    lines > 0 && countNoun(lines, 'line for a 1:1', 'lines for 1:1s'),
    actions > 0 && countNoun(actions, 'closed action item'),
    calibrations > 0 && countNoun(calibrations, 'calibration'),
    disputes > 0 && countNoun(disputes, 'risk marked as wrong', 'risks marked as wrong'),
  ].filter((part) => part !== false);
  const last = parts.at(-1);
  if (last === undefined) return 'Nothing is that old yet.';
  const all = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `${all} would be erased tonight, for good.`;
}

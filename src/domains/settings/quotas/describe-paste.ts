import type { QuotaPastePreview } from '../../../contract/index.ts';
import { formatMoney, money } from '../../../kernel/money.ts';
import { periodFromKey, periodLabel, type FiscalCalendar } from '../../../kernel/period.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { QuotaComparison } from './compare-quotas.ts';

export interface PasteWords {
  readonly nameOfRep: (ownerId: string) => string;
  readonly nameOfTeam: (teamId: string) => string;
  readonly labelOfPipeline: (pipelineId: string) => string;
  readonly calendar: FiscalCalendar;
  readonly currency: string;
}

const MOST_SHOWN = 200;

/** What a pasted file would do, in the words of the preview. */
export function describePaste(
  { changes, unchanged }: QuotaComparison,
  unmatched: readonly { readonly line: number; readonly reason: string }[],
  words: PasteWords,
): Omit<QuotaPastePreview, 'digest'> {
  const show = (minor: number | null) => (minor === null ? null : formatMoney(money(minor, words.currency)));
  const count = (kind: 'added' | 'changed' | 'removed') =>
    changes.filter((change) => change.kind === kind).length;
  const counts = {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    unchanged,
    unmatched: new Set(unmatched.map(({ line }) => line)).size,
  };
  const headline = `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed, ${unchanged} as they were`;
  return {
    headline:
      counts.unmatched === 0
        ? `${headline}.`
        : `${headline}; ${countNoun(counts.unmatched, 'line')} cannot be used.`,
    counts,
    changes: changes.slice(0, MOST_SHOWN).map(({ kind, line, quota, before, after, typed }) => ({
      kind,
      line,
      name:
        quota.subjectKind === 'rep' ? words.nameOfRep(quota.subjectId) : words.nameOfTeam(quota.subjectId),
      pipelines: quota.pipelineIds?.map(words.labelOfPipeline).join(', ') ?? null,
      period: periodLabel(periodFromKey(words.calendar, quota.periodKey)),
      before: show(before),
      after: show(after),
      remark: typed === null ? null : `${show(typed)} was typed here for the same and stays in force.`,
    })),
    unmatched: unmatched.slice(0, MOST_SHOWN).map(({ line, reason }) => ({ line, reason })),
  };
}

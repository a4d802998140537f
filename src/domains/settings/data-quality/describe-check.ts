import type { DataCheckId } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';

export interface CheckWords {
  readonly title: string;
  readonly consequence: string;
  readonly fix: string;
}

/** In the order of the page: what keeps a deal out of the numbers comes first. */
export const dataChecks: Readonly<Record<DataCheckId, CheckWords>> = {
  noAmount: {
    title: 'Without an amount',
    consequence: 'They add nothing to forecast and coverage.',
    fix: 'Fill in the amount, even a rough one.',
  },
  noOwner: {
    title: 'Without an owner',
    consequence: 'Won, they would count for nobody.',
    fix: 'Give each an owner.',
  },
  ownerLeft: {
    title: 'Owned by somebody who has left',
    consequence: 'Nobody works on them, and nobody sees them on a card as theirs.',
    fix: 'Hand each over to somebody who is there.',
  },
  noCloseDate: {
    title: 'Without a close date',
    consequence: 'Nobody knows in which period they belong.',
    fix: 'Fill in when the deal may close.',
  },
  closeDatePast: {
    title: 'With a close date in the past',
    consequence: 'The pipeline says that they should be over.',
    fix: 'Move the date, or close the deal.',
  },
  noRate: {
    title: 'In a currency without a rate',
    consequence: 'Their amounts cannot be added to the others.',
    fix: "Give the currency an exchange rate in HubSpot's settings.",
  },
  splitNotWhole: {
    title: 'Split, and the parts do not make a whole',
    consequence: 'The owner is credited with all of it.',
    fix: 'Make the parts on the deal add up to 100 %, one part a person.',
  },
  wonNotCounted: {
    title: 'Won, and counting for nobody',
    consequence: 'They are missing from attainment.',
    fix: 'Fill in what is named beside each.',
  },
};

const exclusions: Readonly<Record<string, string>> = {
  noAmount: 'no amount',
  noCloseDate: 'no close date',
  noOwner: 'no owner',
};

/** What is particular about one deal; null where the title has said it all. */
export function describeGap(
  check: DataCheckId,
  deal: { readonly currency: string; readonly closeAt: Date | null; readonly exclusion: string | null },
  timeZone: string,
): string | null {
  if (check === 'noRate') return `in ${deal.currency}`;
  if (check === 'closeDatePast' && deal.closeAt) return `was to close ${localDay(deal.closeAt, timeZone)}`;
  if (check === 'wonNotCounted') return exclusions[deal.exclusion ?? ''] ?? deal.exclusion;
  return null;
}

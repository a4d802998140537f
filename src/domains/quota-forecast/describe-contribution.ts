import type { QuotaForecastView } from '../../contract/index.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { periodLabel, type Period } from '../../kernel/period.ts';
import { toPercentText, type Ratio } from '../../kernel/ratio.ts';

type Contribution = NonNullable<QuotaForecastView['contribution']>;

export interface ContributionQuestion {
  readonly isViewer: boolean;
  readonly outcome: 'open' | 'won' | 'lost';
  /** The person's own part of the deal, in company currency; null where there is no amount in it. */
  readonly credit: Money | null;
  /** The deal has an amount, but HubSpot has no rate to turn it into company currency. */
  readonly lacksExchangeRate: boolean;
  /** The person's part of the whole; null when it is all of it. */
  readonly share: Ratio | null;
  /** The period that the deal counts in, or would. */
  readonly period: Period;
  readonly presentPeriod: Period;
  readonly hasCloseDate: boolean;
  /** The close date of an open deal has passed. */
  readonly isOverdue: boolean;
  /** The amount in the deal's own currency, where that is another one and the credit is all of it. */
  readonly original: Money | null;
  /** Attainment of `period` if the deal is won; null without a quota to measure against. */
  readonly attainmentIfWon: Ratio | null;
  /** The quota leaves out the deal's pipeline. */
  readonly isOutsideQuota: boolean;
}

/** What the deal does for the person's attainment. */
export function describeContribution(question: ContributionQuestion): Contribution {
  const { outcome, credit, period, presentPeriod } = question;
  if (outcome === 'lost') return { sentence: 'Lost: it counts for nobody.', remark: null };
  if (credit === null && question.lacksExchangeRate) {
    return {
      sentence: 'HubSpot has no exchange rate for this amount yet.',
      remark: 'Ops can add one in HubSpot, under currencies.',
    };
  }
  if (credit === null) {
    return outcome === 'won'
      ? { sentence: 'Won, but without an amount: it cannot count.', remark: 'Add the amount to the deal.' }
      : { sentence: 'No amount yet.', remark: 'Add one to see what this deal would do.' };
  }
  if (outcome === 'won' && question.isOutsideQuota) {
    return { sentence: `Won: ${formatMoney(credit)}.`, remark: outsideQuota };
  }
  if (outcome === 'won') {
    return {
      sentence: `Won: ${formatMoney(credit)} counted in ${periodLabel(period)}.`,
      remark: shareRemark(question),
    };
  }
  const later = period.key === presentPeriod.key ? '' : ` of ${periodLabel(period)}`;
  const effect =
    question.attainmentIfWon === null
      ? `would count for ${question.isViewer ? 'you' : 'the owner'}`
      : `would take ${question.isViewer ? 'you' : 'them'} to ${toPercentText(question.attainmentIfWon)}${later}`;
  const original = question.original ? ` (${formatMoney(question.original)})` : '';
  const remarks = [
    shareRemark(question),
    question.isOutsideQuota && outsideQuota,
    later && `Closes in ${periodLabel(period)}, so it adds nothing to ${periodLabel(presentPeriod)}.`,
    question.isOverdue && 'Its close date has passed: shown as if it closed in this period.',
    !question.hasCloseDate && 'It has no close date: shown as if it closed in this period.',
  ].filter(Boolean);
  return {
    sentence: `${formatMoney(credit)}${original} · ${effect}`,
    remark: remarks.length > 0 ? remarks.join(' ') : null,
  };
}

const outsideQuota = 'This pipeline does not count towards the quota.';

function shareRemark({ share, isViewer }: ContributionQuestion): string | null {
  return (
    share && `${isViewer ? 'Your credit is' : 'The credit shown is'} ${toPercentText(share)} of this deal.`
  );
}

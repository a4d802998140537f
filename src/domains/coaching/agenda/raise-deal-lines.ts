import { countNoun } from '../../../kernel/count-noun.ts';
import { addDays, dayNumber, type LocalDate } from '../../../kernel/period.ts';
import { nameRule } from './read-rule-settings.ts';
import { showDay } from '../../../kernel/show-day.ts';
import type { AgendaRuleId } from './rules.ts';
import type { AgendaLine, DealFacts, RuleSettings } from './types.ts';

type DealRuleId = Extract<AgendaRuleId, 'dealAtRisk' | 'closeDatePushed' | 'noNextStep' | 'staleDeal'>;

interface DealRule {
  /** What is the case; null where the rule does not hold. */
  readonly find: (deal: DealFacts, threshold: number, today: LocalDate) => string | null;
  readonly question: string;
}

/** In the order of the table: the first that holds makes the line. */
const dealRules: Readonly<Record<DealRuleId, DealRule>> = {
  dealAtRisk: {
    find: ({ risks }, threshold) => (risks.length >= threshold ? risks.join('; ') : null),
    question: 'What would have to happen for it to close in time, and who can help?',
  },
  closeDatePushed: {
    find: ({ pushes }, threshold) =>
      pushes >= threshold ? `the close date moved back ${countNoun(pushes, 'time')}` : null,
    question: 'What does the buyer say about the date, and what would hold it?',
  },
  noNextStep: {
    find: ({ closeOn, hasNextStep }, threshold, today) =>
      closeOn !== null && !hasNextStep && closeOn <= addDays(today, threshold)
        ? `${closeOn < today ? 'was to close' : 'closes'} on ${showDay(closeOn)}, no next step planned`
        : null,
    question: 'What is the next step, and when does it happen?',
  },
  staleDeal: {
    find: ({ quietSince }, threshold, today) => {
      const days = dayNumber(today) - dayNumber(quietSince);
      return days >= threshold ? `nothing happened for ${countNoun(days, 'day')}` : null;
    },
    question: 'Is it still alive? If so, what would bring it back?',
  },
};

/** One line a deal, by the most pressing rule, the others named beside it; the largest amounts first, then the earliest close. */
export function raiseDealLines(
  deals: readonly DealFacts[],
  settings: RuleSettings,
  today: LocalDate,
): AgendaLine[] {
  return deals.toSorted(compareDeals).flatMap((deal) => {
    const raised = (Object.keys(dealRules) as DealRuleId[]).flatMap((ruleId) => {
      const setting = settings[ruleId];
      const found = setting === null ? null : dealRules[ruleId].find(deal, setting.threshold, today);
      return setting === null || found === null
        ? []
        : [{ ruleId, found, rule: nameRule(ruleId, setting.threshold) }];
    });
    const [first, ...others] = raised;
    if (first === undefined) return [];
    return [
      {
        id: `deal:${deal.dealId}`,
        ruleId: first.ruleId,
        rule: first.rule,
        words: `${deal.name}: ${first.found}`,
        question: dealRules[first.ruleId].question,
        dealId: deal.dealId,
        also: others.map(({ rule }) => rule),
      },
    ];
  });
}

function compareDeals(one: DealFacts, other: DealFacts): number {
  const byAmount = (other.amountMinor ?? -1) - (one.amountMinor ?? -1);
  if (byAmount !== 0) return byAmount;
  const [left, right] = [one.closeOn ?? '9999', other.closeOn ?? '9999'];
  return left === right ? one.dealId.localeCompare(other.dealId) : left < right ? -1 : 1;
}

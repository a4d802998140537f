import type { CoachingPolicyView } from '../../../contract/index.ts';
import { nameRule, type RuleChoice } from '../agenda/read-rule-settings.ts';
import { agendaRules, type AgendaRule, type AgendaRuleId } from '../agenda/rules.ts';
import type { CoachingPolicy } from './to-policy.ts';

/** The policy as ops see it, with every rule there is. */
export function describePolicy({ cadence, time, rules }: CoachingPolicy): CoachingPolicyView {
  const chosen = new Map(rules.map((choice) => [choice.ruleId, choice]));
  return {
    cadence,
    weekHours: time.weekHours,
    weekPercent: time.percent,
    rules: Object.entries(agendaRules).map(([id, rule]) =>
      describeRule(id as AgendaRuleId, rule, chosen.get(id)),
    ),
  };
}

function describeRule(
  ruleId: AgendaRuleId,
  { threshold, isOnUnlessChosen }: AgendaRule,
  choice: RuleChoice | undefined,
): CoachingPolicyView['rules'][number] {
  const value = choice?.threshold ?? threshold?.normally ?? 0;
  return {
    ruleId,
    words: nameRule(ruleId, value),
    isOn: choice?.isOn ?? isOnUnlessChosen,
    threshold: threshold && { ...threshold, value },
  };
}

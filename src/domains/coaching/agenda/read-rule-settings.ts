import { countNoun } from '../../../kernel/count-noun.ts';
import type { Fault } from '../../../kernel/fault.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { agendaRules, type AgendaRule, type AgendaRuleId } from './rules.ts';
import type { RuleSettings } from './types.ts';

/** What ops typed about one rule; what is not named stays as the table has it. */
export interface RuleChoice {
  readonly ruleId: string;
  readonly isOn?: boolean | undefined;
  readonly threshold?: number | undefined;
}

const rules = new Map<string, AgendaRule>(Object.entries(agendaRules));

/** The table with what ops chose. Refused with all faults at once: a rule unknown or named twice, a threshold out of its range. */
export function readRuleSettings(choices: readonly RuleChoice[]): Result<RuleSettings, Fault[]> {
  const faults = choices.flatMap((choice, index) =>
    checkChoice(choice, `rules.${index}`, choices.slice(0, index)),
  );
  if (faults.length > 0) return err(faults);
  const chosen = new Map(choices.map((choice) => [choice.ruleId, choice]));
  const settings = [...rules].map(([id, { threshold, isOnUnlessChosen }]) => {
    const choice = chosen.get(id);
    const isOn = choice?.isOn ?? isOnUnlessChosen;
    return [id, isOn ? { threshold: choice?.threshold ?? threshold?.normally ?? 0 } : null];
  });
  return ok(Object.fromEntries(settings) as RuleSettings);
}

function checkChoice(
  { ruleId, threshold }: RuleChoice,
  field: string,
  before: readonly RuleChoice[],
): Fault[] {
  const rule = rules.get(ruleId);
  if (rule === undefined)
    return [{ field: `${field}.ruleId`, message: `There is no rule ${ruleId}. Choose one of the list.` }];
  if (before.some((other) => other.ruleId === ruleId))
    return [{ field: `${field}.ruleId`, message: `The rule ${ruleId} is set twice. Keep one of the two.` }];
  if (threshold === undefined) return [];
  const at = `${field}.threshold`;
  if (rule.threshold === null)
    return [
      { field: at, message: 'This rule has no threshold. Leave it out; the rule can only be switched.' },
    ];
  const { least, most, unit } = rule.threshold;
  if (!Number.isInteger(threshold) || threshold < least || threshold > most)
    return [{ field: at, message: `Give a whole number of ${unit} from ${least} to ${most}.` }];
  return [];
}

/** A rule's words with the threshold that holds: `'Nothing happened for 21 days or more'`. */
export function nameRule(ruleId: AgendaRuleId, threshold: number): string {
  const { words } = agendaRules[ruleId];
  if (threshold === 0) return words.replace('more than # days past', 'past');
  return words
    .replace(/# (days|times)/, (_all, unit: string) => countNoun(threshold, unit.slice(0, -1)))
    .replace('#', `${threshold}`);
}

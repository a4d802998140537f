import type { Selectable } from 'kysely';
import type { Cadence } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { RuleChoice } from '../agenda/read-rule-settings.ts';
import { policyUnlessChosen } from '../time/rules.ts';
import type { TimePolicy } from '../time/types.ts';

/** How coaching is done in a portal. */
export interface CoachingPolicy {
  /** For everybody who has no other. */
  readonly cadence: Cadence;
  readonly time: TimePolicy;
  /** What ops chose of the rules of agendas; the table of rules says the rest. */
  readonly rules: readonly RuleChoice[];
}

/** Every other week, until ops says otherwise. */
const unlessChosen: CoachingPolicy = { cadence: 'fortnightly', time: policyUnlessChosen, rules: [] };

/** A row as the policy that it stands for; without one everything is as usual. */
export function toPolicy(
  row: Omit<Selectable<Tables['coaching_policy']>, 'portal_id'> | null,
): CoachingPolicy {
  if (row === null) return unlessChosen;
  return {
    cadence: row.cadence as Cadence,
    time: { weekHours: row.week_hours, percent: row.week_percent },
    rules: row.rules as RuleChoice[],
  };
}

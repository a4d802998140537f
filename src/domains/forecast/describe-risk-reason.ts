import { countNoun } from '../../kernel/count-noun.ts';
import { showDay } from '../../kernel/show-day.ts';

export interface RiskWords {
  /** What is the case: `'no activity since 28 Oct 2026'`. */
  readonly words: string;
  /** HubSpot's property that says so. */
  readonly field: string;
  /** What mends it: `'book one'`. */
  readonly fix: string;
}

const rules: Readonly<Record<string, (fact: string) => RiskWords>> = {
  past: (day) => ({
    words: `was to close on ${showDay(day)}`,
    field: 'closedate',
    fix: 'set the day that holds now',
  }),
  noCloseDate: () => ({ words: 'no close date', field: 'closedate', fix: 'set one' }),
  pushed: (times) => ({
    words: `close date moved back ${countNoun(Number(times), 'time')}`,
    field: 'closedate',
    fix: 'confirm it with the buyer',
  }),
  quiet: (since) => ({
    words: `no activity since ${showDay(since)}`,
    field: 'notes_last_updated',
    fix: 'book one',
  }),
  noNextStep: () => ({ words: 'no next step', field: 'hs_next_step', fix: 'agree one and write it down' }),
  noAmount: () => ({ words: 'no amount', field: 'amount', fix: 'enter it' }),
};

/** What a reason says, by its key (rule and fact) alone, whether it still is the case or not; null for a rule that is no more. */
export function describeRiskReason(key: string): RiskWords | null {
  const [rule = '', fact = ''] = key.split(':');
  return rules[rule]?.(fact) ?? null;
}

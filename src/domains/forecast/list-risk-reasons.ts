import { countNoun } from '../../kernel/count-noun.ts';
import { dayNumber, type LocalDate } from '../../kernel/period.ts';
import { showDay } from '../../kernel/show-day.ts';
import { quietDaysAtRisk, pushesAtRisk } from './rules.ts';

/** What of an open deal can speak against it; days are the portal's. */
export interface RiskFacts {
  readonly hasAmount: boolean;
  readonly closeOn: LocalDate | null;
  /** How often the close date moved back. */
  readonly pushes: number;
  /** The day of the last activity, or else the day on which the deal was created. */
  readonly quietSince: LocalDate;
  /** A next step is written down, or an activity is planned. */
  readonly hasNextStep: boolean;
}

export interface RiskReason {
  /** Rule and fact, `'quiet:2026-10-28'`: a new fact is a new reason, whatever was said to the old one. */
  readonly key: string;
  /** What is the case: `'no activity since 28 Oct 2026'`. */
  readonly words: string;
  /** HubSpot's property that says so. */
  readonly field: string;
  /** What mends it: `'book one'`. */
  readonly fix: string;
}

/** Why an open deal may not close as it says, each with the field and the fix, the most pressing first. */
export function listRiskReasons(facts: RiskFacts, today: LocalDate): RiskReason[] {
  const { closeOn, pushes, quietSince, hasAmount, hasNextStep } = facts;
  const quietDays = dayNumber(today) - dayNumber(quietSince);
  const reasons: (RiskReason | null)[] = [
    closeOn !== null && closeOn < today
      ? {
          key: `past:${closeOn}`,
          words: `was to close on ${showDay(closeOn)}`,
          field: 'closedate',
          fix: 'set the day that holds now',
        }
      : null,
    closeOn === null
      ? { key: 'noCloseDate', words: 'no close date', field: 'closedate', fix: 'set one' }
      : null,
    pushes >= pushesAtRisk
      ? {
          key: `pushed:${pushes}`,
          words: `close date moved back ${countNoun(pushes, 'time')}`,
          field: 'closedate',
          fix: 'confirm it with the buyer',
        }
      : null,
    quietDays >= quietDaysAtRisk
      ? {
          key: `quiet:${quietSince}`,
          words: `no activity since ${showDay(quietSince)}`,
          field: 'notes_last_updated',
          fix: 'book one',
        }
      : null,
    hasNextStep
      ? null
      : {
          key: 'noNextStep',
          words: 'no next step',
          field: 'hs_next_step',
          fix: 'agree one and write it down',
        },
    hasAmount ? null : { key: 'noAmount', words: 'no amount', field: 'amount', fix: 'enter it' },
  ];
  return reasons.filter((reason) => reason !== null);
}

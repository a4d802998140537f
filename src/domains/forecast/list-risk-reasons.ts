import { dayNumber, type LocalDate } from '../../kernel/period.ts';
import { describeRiskReason, type RiskWords } from './describe-risk-reason.ts';
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

export interface RiskReason extends RiskWords {
  /** Rule and fact, `'quiet:2026-10-28'`: a new fact is a new reason, whatever was said to the old one. */
  readonly key: string;
}

/** Why an open deal may not close as it says, each with the field and the fix, the most pressing first. */
export function listRiskReasons(facts: RiskFacts, today: LocalDate): RiskReason[] {
  const { closeOn, pushes, quietSince, hasAmount, hasNextStep } = facts;
  const quietDays = dayNumber(today) - dayNumber(quietSince);
  const keys = [
    closeOn !== null && closeOn < today && `past:${closeOn}`,
    closeOn === null && 'noCloseDate',
    pushes >= pushesAtRisk && `pushed:${pushes}`,
    quietDays >= quietDaysAtRisk && `quiet:${quietSince}`,
    !hasNextStep && 'noNextStep',
    !hasAmount && 'noAmount',
  ];
  return keys.flatMap((key) => {
    const words = key === false ? null : describeRiskReason(key);
    return key === false || words === null ? [] : [{ key, ...words }];
  });
}

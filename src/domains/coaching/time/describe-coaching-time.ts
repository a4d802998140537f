import { countNoun } from '../../../kernel/count-noun.ts';
import {
  multiplyRatios,
  ratio,
  roundRatio,
  toDecimal,
  toPercentText,
  type Ratio,
} from '../../../kernel/ratio.ts';
import type { CoachingTime, TimePolicy } from './types.ts';

/** What a screen says, a sentence a line. Facts and a next step; nothing is good or bad, and nothing is red. */
export function describeCoachingTime(time: CoachingTime, policy: TimePolicy): string[] {
  switch (time.kind) {
    case 'noReps':
      return ['Nobody reports to you, so there is no coaching time to show.'];
    case 'tooEarly':
      return [`${countNoun(time.weeksMissing, 'more week')} until there is something to show.`];
    case 'measured': {
      const { hoursPerRep, weeks, split, policyHoursPerRep, nextStep } = time;
      return [
        `${hours(hoursPerRep)} a rep in the middle week of the last ${weeks}.`,
        split === null
          ? 'No coaching was recorded in these weeks.'
          : `${toPercentText(split.deal)} on deals, ${toPercentText(split.skill)} on skills.`,
        `Your company's policy is ${hours(policyHoursPerRep)} a rep: ${policy.percent} % of a week of ${policy.weekHours} hours.`,
        ...(nextStep === null ? [] : [`A next step: ${hours(nextStep)} a rep.`]),
        ...(hoursPerRep.numerator === 0n ? ['A next step: one 1:1 this week.'] : []),
      ];
    }
  }
}

/** `'1.5 hours'`; below one `'17 minutes'`, so that a tenth more can be told apart. */
function hours(value: Ratio): string {
  if (value.numerator < value.denominator) {
    const minutes = roundRatio(multiplyRatios(value, ratio(60)), 'halfAwayFromZero');
    return countNoun(Number(minutes), 'minute');
  }
  const text = toDecimal(value, 1).replace(/\.0$/, '');
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}

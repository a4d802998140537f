import { addDays, dayNumber, type LocalDate } from '../../../kernel/period.ts';
import { compareRatios, multiplyRatios, ratio, type Ratio } from '../../../kernel/ratio.ts';
import { weeksLookedAt, weeksNeeded } from './rules.ts';
import type { CoachingTime, CoachingTimeQuestion } from './types.ts';

/**
 * A manager's coaching time: hours a rep and week, against the policy, with the next step. Weeks are Monday to Sunday and count when
 * they are over and were recorded from their first day; weeks without a session count as zero. Four are needed.
 */
export function measureCoachingTime(question: CoachingTimeQuestion): CoachingTime {
  const { sessions, reps, policy } = question;
  if (reps === 0) return { kind: 'noReps' };
  const mondays = listMondays(question);
  if (mondays.length < weeksNeeded)
    return { kind: 'tooEarly', weeks: mondays.length, weeksMissing: weeksNeeded - mondays.length };

  const within = (from: LocalDate) => sessions.filter(({ on }) => on >= from && on < addDays(from, 7));
  const minutesOf = (list: readonly { readonly minutes: number }[]) =>
    list.reduce((sum, { minutes }) => sum + minutes, 0);
  const median = medianOf(mondays.map((monday) => minutesOf(within(monday))));
  const hoursPerRep = multiplyRatios(median, ratio(1, 60 * reps));
  const policyHoursPerRep = ratio(policy.weekHours * policy.percent, 100 * reps);

  const all = mondays.flatMap(within);
  const total = minutesOf(all);
  const share = (kind: 'deal' | 'skill') => ratio(minutesOf(all.filter((each) => each.kind === kind)), total);
  return {
    kind: 'measured',
    hoursPerRep,
    weeks: mondays.length,
    split: total === 0 ? null : { deal: share('deal'), skill: share('skill') },
    policyHoursPerRep,
    nextStep: stepFrom(hoursPerRep, policyHoursPerRep),
  };
}

function stepFrom(hours: Ratio, policy: Ratio): Ratio | null {
  if (hours.numerator === 0n || compareRatios(hours, policy) >= 0) return null;
  const step = multiplyRatios(hours, ratio(11, 10));
  return compareRatios(step, policy) > 0 ? policy : step;
}

/** The Mondays of the weeks that count, the oldest first. */
function listMondays({ recordedSince, until }: CoachingTimeQuestion): LocalDate[] {
  // Day numbers count from a Monday, so that a week begins at every multiple of seven.
  const first = Math.ceil(dayNumber(recordedSince) / 7);
  const end = Math.floor((dayNumber(until) + 1) / 7);
  const start = Math.max(first, end - weeksLookedAt);
  const monday = addDays(until, 7 * start - dayNumber(until));
  return Array.from({ length: Math.max(0, end - start) }, (_none, week) => addDays(monday, 7 * week));
}

function medianOf(minutes: readonly number[]): Ratio {
  const sorted = minutes.toSorted((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? ratio(at(middle)) : ratio(at(middle - 1) + at(middle), 2);
}

import { dayMilliseconds } from './rules.ts';

/** Days since the deal entered its stage. An entry in the future is a clock that runs ahead: the deal has just come in. */
export function measureStageAge(stageEnteredAt: Date, now: Date): number {
  return Math.max(0, (now.getTime() - stageEnteredAt.getTime()) / dayMilliseconds);
}

import type { SeedGoal, SeedTeam } from '../seed.ts';
import { quarterAround, toIso } from './calendar.ts';
import type { Quarter } from './calendar.ts';
import { COMPANY_CURRENCY } from './make-exchange-rates.ts';
import type { Rep } from './make-people.ts';
import { planQuota } from './plan-quota.ts';
import { employedDuring } from './productive-share.ts';

/** The last four quarters, the current one and the next. */
export const GOAL_QUARTERS = [-4, -3, -2, -1, 0, 1] as const;

/** One team's goals were set before the last hire was budgeted, so they fall short of the sum of its members' quotas. */
const MISMATCHED_TEAM = 'Nordics and Benelux';
const MISMATCH = 0.9;

/** The quarterly quota goals of every rep while employed, and of every team: the sum of its members', but for one team. */
export function makeGoals(reps: readonly Rep[], teams: readonly SeedTeam[], now: number): SeedGoal[] {
  const slices = GOAL_QUARTERS.flatMap((offset) => {
    const quarter = quarterAround(now, offset);
    const carriers = reps.filter((rep) => employedDuring(rep, quarter) !== null);
    const own = carriers.map((rep) => ({
      ownerId: rep.user.ownerId,
      teamId: null,
      amount: planQuota(rep, quarter, now),
      quarter,
    }));
    const shared = teams
      .filter(({ parentTeamId }) => parentTeamId !== null)
      .map((team) => ({
        ownerId: null,
        teamId: team.id,
        amount: planTeamQuota(carriers, team, quarter, now),
        quarter,
      }));
    return [...own, ...shared];
  });
  return slices.map(({ ownerId, teamId, amount, quarter }, index) => ({
    id: String(87_504_620_000 + index * 37),
    name: `Sales quota ${nameQuarter(quarter)}`,
    ownerId,
    teamId,
    pipelineIds: [],
    milestone: 'quarterly',
    start: toIso(quarter.start),
    end: toIso(quarter.end - 1),
    amount: amount.toFixed(2),
    currency: COMPANY_CURRENCY,
  }));
}

/** The goal of a team: its members' quotas added up, 10 % less for the mismatched one. */
export function planTeamQuota(
  carriers: readonly Rep[],
  team: SeedTeam,
  quarter: Quarter,
  now: number,
): number {
  const sum = carriers
    .filter(({ teamId }) => teamId === team.id)
    .reduce((total, rep) => total + planQuota(rep, quarter, now), 0);
  return team.name === MISMATCHED_TEAM ? Math.round((sum * MISMATCH) / 5_000) * 5_000 : sum;
}

function nameQuarter({ start }: Quarter): string {
  const date = new Date(start);
  return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
}

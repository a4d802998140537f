import type { SeedTeam } from '../seed.ts';
import { DAY, quarterAround, toIsoDate } from './calendar.ts';
import { COMPANY_CURRENCY } from './make-exchange-rates.ts';
import { planTeamQuota } from './make-goals.ts';
import type { People, Person, Rep } from './make-people.ts';
import { planQuota } from './plan-quota.ts';
import { employedDuring } from './productive-share.ts';

/** Reps whose goal in HubSpot is out of date: ops agreed another figure with them and typed it into Sideline. */
const AGREED = new Map([
  ['Leonie Sauer', 0.8],
  ['Rhys Bevan', 1.1],
  ['Camila Fuentes', 0.75],
]);

/** The people file: everybody, their team, manager, dates and ramp. */
export function makePeopleCsv(everybody: readonly Person[]): string {
  const rows = everybody.map(({ user, teamName, managerEmail, start, end, rampMonths }) => [
    user.email,
    `${user.firstName} ${user.lastName}`,
    teamName ?? '',
    managerEmail ?? '',
    toIsoDate(start),
    end === null ? '' : toIsoDate(end - DAY),
    rampMonths === null ? '' : String(rampMonths),
  ]);
  return toCsv('email,name,team,manager,start,end,ramp_months', rows);
}

/** The quota file for the current and the next quarter: figures agreed with single reps, and every team's quota. */
export function makeQuotasCsv({ reps, teams }: People, now: number): string {
  const rows = [0, 1].flatMap((offset) => {
    const quarter = quarterAround(now, offset);
    const row = (owner: string, team: string, amount: number): string[] => [
      owner,
      team,
      '',
      toIsoDate(quarter.start),
      'quarter',
      amount.toFixed(2),
      COMPANY_CURRENCY,
    ];
    const carriers = reps.filter((rep) => employedDuring(rep, quarter) !== null);
    return [
      ...carriers.flatMap((rep) => {
        const part = AGREED.get(fullName(rep));
        if (part === undefined) return [];
        return [row(rep.user.email, '', Math.round((planQuota(rep, quarter, now) * part) / 1_000) * 1_000)];
      }),
      ...sellingTeams(teams).map((team) => row('', team.name, planTeamQuota(carriers, team, quarter, now))),
    ];
  });
  return toCsv('owner,team,pipeline,period_start,period,amount,currency', rows);
}

const fullName = ({ user }: Rep): string => `${user.firstName} ${user.lastName}`;

const sellingTeams = (teams: readonly SeedTeam[]): SeedTeam[] =>
  teams.filter(({ parentTeamId }) => parentTeamId !== null);

/** No name, team or figure of the roster holds a comma or a quote, so nothing needs quoting. */
const toCsv = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.join(','))].join('\n') + '\n';

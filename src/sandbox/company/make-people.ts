import type { SeedTeam, SeedUser } from '../seed.ts';
import { DAY, startOfMonth, toIso } from './calendar.ts';
import type { Random } from './random.ts';
import { EMAIL_DOMAIN, OPS_NAME, REGIONS } from './roster.ts';
import type { Joined, RosterTeam } from './roster.ts';
import { SEGMENTS } from './segments.ts';

/** Somebody on the payroll, in HubSpot and in the people file. */
export interface Person {
  readonly user: SeedUser;
  readonly teamName: string | null;
  readonly managerEmail: string | null;
  readonly start: number;
  /** The first instant after the last day, or null for somebody who is here. */
  readonly end: number | null;
  readonly rampMonths: number | null;
}

/** Somebody who carries a quota. */
export interface Rep extends Person {
  readonly team: RosterTeam;
  readonly teamId: string;
  /** Quarterly quota in company currency when fully ramped, before yearly growth. */
  readonly baseQuota: number;
  /** Standard normal: better reps reach quota more often and win a larger share. */
  readonly skill: number;
}

export interface People {
  readonly teams: readonly SeedTeam[];
  readonly everybody: readonly Person[];
  /** Former reps too. */
  readonly reps: readonly Rep[];
}

/** Fills the roster: ids, e-mail addresses, start and end dates, quotas and skill. */
export function makePeople(random: Random, now: number): People {
  const nextOwnerId = countUp(random, 412_960_000, 90_000);
  const nextUserId = countUp(random, 9_586_000, 4_000);
  const nextTeamId = countUp(random, 17_858_000, 900);
  const teams: SeedTeam[] = [];
  const everybody: Person[] = [];
  const reps: Rep[] = [];

  const addTeam = (name: string, parentTeamId: string | null): string => {
    const id = String(nextTeamId());
    teams.push({ id, name, parentTeamId });
    return id;
  };
  const hire = (name: string, place: Place, tenure: Tenure): Person => {
    const [firstName = '', ...rest] = name.split(' ');
    const user: SeedUser = {
      userId: nextUserId(),
      ownerId: String(nextOwnerId()),
      email: emailOf(name),
      firstName,
      lastName: rest.join(' '),
      teamId: place.teamId,
      superAdmin: place.superAdmin ?? false,
      archived: tenure.end !== null,
      createdAt: toIso(tenure.start),
    };
    return { user, teamName: place.teamName, managerEmail: place.managerEmail, ...tenure };
  };

  everybody.push(
    hire(
      OPS_NAME,
      { teamId: null, teamName: null, managerEmail: null, superAdmin: true },
      drawTenure(random, now, 'long ago'),
    ),
  );
  for (const region of REGIONS) {
    const regionId = addTeam(region.name, null);
    const directorPlace = { teamId: regionId, teamName: region.name, managerEmail: null };
    everybody.push(hire(region.director, directorPlace, drawTenure(random, now, 'long ago')));
    for (const team of region.teams) {
      const teamId = addTeam(team.name, regionId);
      const place = { teamId, teamName: team.name };
      const managerPlace = { ...place, managerEmail: emailOf(region.director) };
      everybody.push(hire(team.manager, managerPlace, drawTenure(random, now, 'long ago')));
      const members = [
        ...team.reps.map(([name, joined]) => [name, drawTenure(random, now, joined)] as const),
        ...team.former.map((name) => [name, drawFormerTenure(random, now)] as const),
      ];
      for (const [name, tenure] of members) {
        const person = hire(name, { ...place, managerEmail: emailOf(team.manager) }, tenure);
        reps.push({ ...person, team, teamId, baseQuota: drawQuota(random, team), skill: random.normal() });
      }
    }
  }
  return { teams, everybody: [...everybody, ...reps], reps };
}

interface Place {
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly managerEmail: string | null;
  readonly superAdmin?: boolean;
}

type Tenure = Pick<Person, 'start' | 'end' | 'rampMonths'>;

const TENURE_DAYS: Readonly<Record<Joined, readonly [number, number]>> = {
  'long ago': [800, 2_400],
  'last year': [300, 520],
  ramping: [20, 125],
};

function drawTenure(random: Random, now: number, joined: Joined): Tenure {
  const [fewest, most] = TENURE_DAYS[joined];
  const start = startOfMonth(now - random.between(fewest, most) * DAY);
  return { start, end: null, rampMonths: joined === 'long ago' ? null : random.whole(4, 6) };
}

function drawFormerTenure(random: Random, now: number): Tenure {
  const end = startOfMonth(now - random.between(130, 420) * DAY);
  return { start: startOfMonth(now - random.between(900, 2_000) * DAY), end, rampMonths: null };
}

function drawQuota(random: Random, team: RosterTeam): number {
  return SEGMENTS[team.segment].quota * Math.exp(Math.max(-0.6, Math.min(0.6, 0.34 * random.normal())));
}

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@${EMAIL_DOMAIN}`;

/** Ascending ids with gaps, as a shared id sequence hands them out. */
function countUp(random: Random, first: number, widestGap: number): () => number {
  let last = first;
  return () => (last += random.whole(1, widestGap));
}

import type { PersonRow } from '../../csv/index.ts';
import type { SeedTeam, SeedUser } from '../seed.ts';
import { slug, takeName } from './make-ids.ts';

/** Somebody whom the files name, by whatever they are called there. */
export interface Mention {
  readonly label: string;
  readonly team: string | null;
}

export interface MadeUsers {
  readonly users: readonly SeedUser[];
  readonly teams: readonly SeedTeam[];
  /** The owner id of a label (a name or an e-mail address), in any letter case. */
  readonly ownerIdOf: (label: string) => string | null;
}

const ADMIN: PersonRow = {
  email: 'ops@sandbox.example',
  name: 'Sandbox Ops',
  team: null,
  manager: null,
  start: null,
  end: null,
  rampMonths: null,
};

/**
 * Makes a user for everybody in the people file and for each owner that only other files name, with an invented e-mail
 * address, and a super admin who can install apps. People who left before `today` are archived.
 */
export function makeUsers(
  people: readonly PersonRow[],
  mentions: readonly Mention[],
  { today, since }: { readonly today: Date; readonly since: Date },
): MadeUsers {
  const known = [ADMIN, ...people];
  const labels = new Set(
    known.flatMap(({ email, name }) => (name === null ? [email] : [email, name])).map(toKey),
  );
  const addresses = new Set(known.map(({ email }) => email));
  const newcomers: PersonRow[] = [];
  for (const { label, team } of mentions) {
    if (labels.has(toKey(label))) continue;
    labels.add(toKey(label));
    newcomers.push({ ...ADMIN, ...nameOwner(label, addresses), team });
  }

  const teamIds = new Map<string, string>();
  const teamIdOf = (team: string | null): string | null => {
    if (team === null) return null;
    const id = teamIds.get(team) ?? String(FIRST_TEAM + teamIds.size);
    teamIds.set(team, id);
    return id;
  };
  const everybody = [...known, ...newcomers];
  const users = everybody.map((person, index): SeedUser => {
    const [firstName = '', ...rest] = (person.name ?? person.email).split(' ');
    return {
      userId: FIRST_USER + index,
      ownerId: String(FIRST_OWNER + index),
      email: person.email,
      firstName,
      lastName: rest.join(' '),
      teamId: teamIdOf(person.team),
      superAdmin: person === ADMIN,
      archived: person.end !== null && person.end < today.toISOString().slice(0, 10),
      createdAt: since.toISOString(),
    };
  });
  const ownerIds = new Map<string, string>();
  for (const [index, { email, name }] of everybody.entries()) {
    const ownerId = String(FIRST_OWNER + index);
    for (const label of [email, name ?? email])
      if (!ownerIds.has(toKey(label))) ownerIds.set(toKey(label), ownerId);
  }
  return {
    users,
    teams: [...teamIds].map(([name, id]) => ({ id, name, parentTeamId: null })),
    ownerIdOf: (label) => ownerIds.get(toKey(label)) ?? null,
  };
}

const FIRST_USER = 20_000_001;
const FIRST_OWNER = 400_000_001;
const FIRST_TEAM = 30_000_001;

const toKey = (label: string): string => label.trim().toLowerCase();

function nameOwner(label: string, taken: Set<string>): Pick<PersonRow, 'email' | 'name'> {
  if (/^\S+@\S+$/.test(label)) return { email: label.toLowerCase(), name: null };
  const account = takeName(taken, slug(label, '.') || 'rep');
  return { email: `${account}@sandbox.example`, name: label };
}

import type { PortalSeed, SeedCopies, SeedGoal, SeedTeam, SeedUser } from './seed.ts';

/**
 * A seed of `deals` deals: fewer than it has, picked evenly over its years, or more, as copies of the whole company with
 * people, teams and goals of their own. The portal makes a copied deal when it is asked for one, so size costs no memory.
 */
export function enlargeSeed(seed: PortalSeed, deals: number): PortalSeed {
  const count = Math.ceil(deals / seed.deals.length);
  const kept = pickEvenly(seed.deals, Math.ceil(deals / count));
  if (count === 1) return { ...seed, deals: kept };
  const copies: SeedCopies = {
    count,
    deals,
    ownerStride: strideOf(seed.users.map(({ ownerId }) => Number(ownerId))),
    teamStride: strideOf(seed.teams.map(({ id }) => Number(id))),
    sharedOwnerIds: seed.users.filter(({ superAdmin }) => superAdmin).map(({ ownerId }) => ownerId),
  };
  const userStride = strideOf(seed.users.map(({ userId }) => userId));
  const goalStride = strideOf(seed.goals.map(({ id }) => Number(id)));
  const numbers = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const users = numbers.flatMap((number) => copyUsers(seed.users, number, { ...copies, userStride }));
  const nameOfTeam = (name: string, number: number) => `${name} ${number + 1}`;
  const teams = numbers.flatMap((number) =>
    seed.teams.map((team): SeedTeam => ({
      id: shiftId(team.id, number * copies.teamStride),
      name: nameOfTeam(team.name, number),
      parentTeamId: team.parentTeamId && shiftId(team.parentTeamId, number * copies.teamStride),
    })),
  );
  const lately = latestGoals(seed.goals);
  const goals = numbers.flatMap((number) =>
    lately.map((goal): SeedGoal => ({
      ...goal,
      id: shiftId(goal.id, number * goalStride),
      ownerId: goal.ownerId && copyOwner(goal.ownerId, number, copies),
      teamId: goal.teamId && shiftId(goal.teamId, number * copies.teamStride),
    })),
  );
  return {
    ...seed,
    users: [...seed.users, ...users],
    teams: [...seed.teams, ...teams],
    goals: [...seed.goals, ...goals],
    deals: kept,
    setup: copySetup(seed, numbers, nameOfTeam),
    copies,
  };
}

/** The owner that stands for `ownerId` in the copy of that number; 0 is the original. */
export function copyOwner(ownerId: string, number: number, copies: SeedCopies): string {
  if (number === 0 || ownerId === '' || copies.sharedOwnerIds.includes(ownerId)) return ownerId;
  return shiftId(ownerId, number * copies.ownerStride);
}

export function shiftId(id: string, by: number): string {
  return String(Number(id) + by);
}

function copyUsers(
  users: readonly SeedUser[],
  number: number,
  copies: SeedCopies & { userStride: number },
): SeedUser[] {
  return users.flatMap((user, index) => {
    if (user.superAdmin) return [];
    const firstName = users[(index + number) % users.length]?.firstName ?? user.firstName;
    const lastName = users[(index + 7 * number) % users.length]?.lastName ?? user.lastName;
    return [
      {
        ...user,
        userId: user.userId + number * copies.userStride,
        ownerId: copyOwner(user.ownerId, number, copies),
        firstName,
        lastName,
        email: copyEmail(user.email, number),
        teamId: user.teamId && shiftId(user.teamId, number * copies.teamStride),
      },
    ];
  });
}

/** Names repeat among many people; addresses do not. */
function copyEmail(email: string, number: number): string {
  return email.replace('@', `.${number + 1}@`);
}

/** The set-up files with a row for every copied person and team; no cell of an invented company needs quoting. */
function copySetup(
  { setup, users, teams }: PortalSeed,
  numbers: readonly number[],
  nameOfTeam: (name: string, number: number) => string,
): PortalSeed['setup'] {
  const emails = new Set(users.filter(({ superAdmin }) => !superAdmin).map(({ email }) => email));
  const teamNames = new Set(teams.map(({ name }) => name));
  const copyCell = (cell: string, number: number) =>
    emails.has(cell) ? copyEmail(cell, number) : teamNames.has(cell) ? nameOfTeam(cell, number) : cell;
  const copyRows = (csv: string | null) => {
    if (csv === null) return null;
    const [header = '', ...rows] = csv.trimEnd().split('\n');
    const copied = numbers.flatMap((number) =>
      rows.flatMap((row) => {
        const cells = row.split(',').map((cell) => copyCell(cell, number));
        const copy = cells.join(',');
        return copy === row ? [] : [copy];
      }),
    );
    return `${[header, ...rows, ...copied].join('\n')}\n`;
  };
  return { peopleCsv: copyRows(setup.peopleCsv), quotasCsv: copyRows(setup.quotasCsv) };
}

/** Copied people have the goals of the last two periods only: goals are whole records, unlike copied deals. */
function latestGoals(goals: readonly SeedGoal[]): readonly SeedGoal[] {
  const starts = [...new Set(goals.map(({ start }) => start))].sort().slice(-2);
  return goals.filter(({ start }) => starts.includes(start));
}

function strideOf(ids: readonly number[]): number {
  if (ids.length === 0) return 1;
  const [least, most] = ids.reduce(
    ([low, high], id) => [Math.min(low, id), Math.max(high, id)] as [number, number],
    [Infinity, -Infinity],
  );
  return most - least + 1;
}

function pickEvenly<Thing>(things: readonly Thing[], count: number): Thing[] {
  if (count >= things.length) return [...things];
  return Array.from({ length: count }, (_, index) => {
    const thing = things[Math.floor((index * things.length) / count)];
    if (thing === undefined) throw new Error('a pick beyond the end');
    return thing;
  });
}

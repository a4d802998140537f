import { makeCompany } from '../../src/sandbox/company/index.ts';
import { enlargeSeed } from '../../src/sandbox/enlarge-seed.ts';
import { tinySeed } from './portal/tiny-seed.ts';

const company = makeCompany({ now: new Date('2026-11-24T10:00:00.000Z') });

test('fewer deals are picked evenly, the first among them', () => {
  const small = enlargeSeed(tinySeed, 2);
  expect(small.deals.map(({ name }) => name)).toEqual(['Acme', 'Cobalt']);
  expect(small.copies).toBeUndefined();
});

test('a copy of the company has its own people, teams, goals and rows in the set-up files', () => {
  const large = enlargeSeed(company, 15_000);
  expect(large.copies).toMatchObject({ count: 3, deals: 15_000 });
  // One of them, who installs, is there once.
  expect(large.users).toHaveLength(3 * company.users.length - 2);
  for (const key of ['userId', 'ownerId', 'email'] as const) {
    expect(new Set(large.users.map((user) => user[key])).size).toBe(large.users.length);
  }
  const teamIds = new Set(large.teams.map(({ id }) => id));
  expect(teamIds.size).toBe(3 * company.teams.length);
  expect(large.users.every(({ teamId }) => teamId === null || teamIds.has(teamId))).toBe(true);
  const owners = new Set(large.users.map(({ ownerId }) => ownerId));
  expect(large.goals.every(({ ownerId }) => ownerId === null || owners.has(ownerId))).toBe(true);
  const lines = large.setup.peopleCsv?.trimEnd().split('\n') ?? [];
  expect(new Set(lines).size).toBe(large.users.length + 1);
});

import { makeCompany } from '../../../src/sandbox/company/index.ts';
import { DAY, gini, measureCompany, quantile } from './measure-company.ts';

const moments = [
  { now: '2026-11-24T14:00:00Z', seed: 1 },
  { now: '2026-05-16T08:30:00Z', seed: 2 },
  { now: '2024-02-29T23:59:59Z', seed: 3 },
  { now: '2027-01-01T00:00:00Z', seed: 4 },
  { now: '2025-09-30T22:15:00Z', seed: 5 },
] as const;

describe.each(moments)('the company of seed $seed on $now', ({ now, seed }) => {
  const company = makeCompany({ now: new Date(now), seed });
  const figures = measureCompany(company, new Date(now));

  test('is one that somebody runs', () => {
    expect(figures.winRate).toBeGreaterThanOrEqual(0.18);
    expect(figures.winRate).toBeLessThanOrEqual(0.32);
    expect(figures.medianCycleDays).toBeGreaterThanOrEqual(30);
    expect(figures.medianCycleDays).toBeLessThanOrEqual(90);
    expect(figures.quarterEndSpike).toBeGreaterThanOrEqual(1.5);
    expect(gini(figures.revenues)).toBeGreaterThanOrEqual(0.3);
    expect(gini(figures.revenues)).toBeLessThanOrEqual(0.5);
  });

  test('has 40 to 70 % of its reps at quota in each of the last four quarters', () => {
    expect(figures.atQuotaShares).toHaveLength(4);
    expect(Math.min(...figures.atQuotaShares)).toBeGreaterThanOrEqual(0.4);
    expect(Math.max(...figures.atQuotaShares)).toBeLessThanOrEqual(0.7);
  });

  test('keeps its records the way people keep them', () => {
    expect(figures.pushedShare).toBeGreaterThanOrEqual(0.3);
    expect(figures.pushedShare).toBeLessThanOrEqual(0.37);
    expect(figures.emptyAmountShare).toBeGreaterThanOrEqual(0.03);
    expect(figures.emptyAmountShare).toBeLessThanOrEqual(0.08);
  });

  test('has 40 reps in six teams under three directors, and some who left', () => {
    const regions = company.teams.filter(({ parentTeamId }) => parentTeamId === null);
    const teams = company.teams.filter(({ parentTeamId }) => parentTeamId !== null);
    const active = company.users.filter(({ archived }) => !archived);
    const former = company.users.filter(({ archived }) => archived);
    expect([regions.length, teams.length, active.length, former.length]).toEqual([3, 6, 40 + 6 + 3 + 1, 4]);
    expect(active.filter(({ superAdmin }) => superAdmin)).toHaveLength(1);
    for (const { ownerId } of former)
      expect(figures.deals.filter((deal) => deal.ownerId === ownerId)).not.toHaveLength(0);
  });

  test('holds 5,000 deals of the last two years, and nothing from the future', () => {
    expect(new Set(company.deals.map(({ id }) => id)).size).toBe(5_000);
    const since = new Date(now);
    since.setUTCFullYear(since.getUTCFullYear() - 2);
    const faulty = company.deals.filter(
      ({ createdAt, stage, amount, closeDate, owner }) =>
        Date.parse(createdAt) < since.getTime() ||
        [stage, amount, closeDate, owner].some((history) => {
          const times = history.map(({ at }) => at);
          const sorted = times.every((at, index) => index === 0 || at > (times[index - 1] ?? ''));
          return times[0] !== createdAt || !sorted || Date.parse(times.at(-1) ?? '') > Date.parse(now);
        }),
    );
    expect(faulty).toEqual([]);
  });

  test('names only owners, teams, pipelines, stages and currencies that exist', () => {
    const owners = new Set(company.users.map(({ ownerId }) => ownerId));
    const teams = new Set(company.teams.map(({ id }) => id));
    const stages = new Map(
      company.pipelines.map((pipeline) => [pipeline.id, pipeline.stages.map(({ id }) => id)]),
    );
    const currencies = [company.account.companyCurrency, ...company.account.additionalCurrencies];
    const faulty = company.deals.filter(
      ({ pipelineId, stage, currency, owner, splits }) =>
        !stage.every(({ value }) => stages.get(pipelineId)?.includes(value)) ||
        !currencies.includes(currency ?? '') ||
        !owner.every(({ value }) => owners.has(value ?? '')) ||
        !splits.every(({ ownerId }) => owners.has(ownerId)),
    );
    expect(faulty).toEqual([]);
    for (const { teamId } of company.users) if (teamId !== null) expect(teams).toContain(teamId);
    expect(company.users.map(({ userId }) => String(userId)).filter((id) => owners.has(id))).toEqual([]);
  });

  test('splits some deals among distinct people, in parts that sum to one', () => {
    const split = company.deals.filter(({ splits }) => splits.length > 0);
    expect(split.length).toBeGreaterThan(150);
    for (const { splits, owner } of split) {
      expect(splits[0]?.ownerId).toBe(owner.at(-1)?.value);
      expect(new Set(splits.map(({ ownerId }) => ownerId)).size).toBe(splits.length);
      expect(splits.reduce((sum, { percentage }) => sum + Number(percentage), 0)).toBeCloseTo(1, 8);
    }
  });

  test('has reopened deals, forecast categories on open deals only, and close dates mostly ahead', () => {
    const closing = new Set(
      company.pipelines.flatMap(({ stages }) =>
        stages.filter(({ probability }) => Number(probability) % 1 === 0).map(({ id }) => id),
      ),
    );
    const reopened = company.deals.filter(({ stage }) =>
      stage.slice(0, -1).some(({ value }) => closing.has(value)),
    );
    expect(reopened.length).toBeGreaterThan(20);
    const open = figures.deals.filter(({ state }) => state === 'open');
    const overdue = open.filter(({ closeDate }) => closeDate < Date.parse(now));
    expect(open.length).toBeGreaterThan(300);
    expect(overdue.length / open.length).toBeLessThan(0.15);
    for (const { deal, state } of figures.deals)
      expect(deal.forecastCategory === null).toBe(state !== 'open');
  });

  test('has one team whose goal is not the sum of its members', () => {
    const teamOf = new Map(company.users.map(({ ownerId, teamId }) => [ownerId, teamId]));
    const start = company.goals.at(-1)?.start;
    const goals = company.goals.filter((goal) => goal.start === start);
    const mismatched = goals.filter(({ teamId, amount }) => {
      const members = goals.filter(({ ownerId }) => ownerId !== null && teamOf.get(ownerId) === teamId);
      return (
        teamId !== null && members.reduce((sum, goal) => sum + Number(goal.amount), 0) !== Number(amount)
      );
    });
    expect(mismatched).toHaveLength(1);
    expect(new Set(company.goals.map((goal) => goal.start)).size).toBe(6);
  });
});

describe.each(['2026-11-15T10:00:00Z', '2026-08-15T10:00:00Z', '2028-02-14T10:00:00Z'])(
  'at mid-quarter, on %s',
  (now) => {
    const figures = measureCompany(makeCompany({ now: new Date(now), seed: 1 }), new Date(now));

    test('reps stand between a fifth of their quota and beyond it', () => {
      expect(quantile(figures.currentAttainments, 0.15)).toBeGreaterThan(0.12);
      expect(quantile(figures.currentAttainments, 0.15)).toBeLessThan(0.35);
      expect(quantile(figures.currentAttainments, 0.9)).toBeGreaterThan(0.65);
      expect(Math.max(...figures.currentAttainments)).toBeGreaterThan(0.85);
      expect(quantile(figures.currentAttainments, 0.95)).toBeLessThan(1.3);
    });

    test('the open pipeline covers what is missing two to four times', () => {
      expect(figures.coverage).toBeGreaterThan(2);
      expect(figures.coverage).toBeLessThan(4.5);
    });
  },
);

describe('makeCompany', () => {
  const now = new Date('2026-11-24T14:00:00Z');

  test('gives the same company for the same seed, and another for another', () => {
    expect(makeCompany({ now, seed: 7 })).toEqual(makeCompany({ now, seed: 7 }));
    expect(makeCompany({ now, seed: 7 }).deals).not.toEqual(makeCompany({ now, seed: 8 }).deals);
  });

  test('has Ana Ruiz selling for Maria Lang, with open deals', () => {
    const company = makeCompany({ now });
    const ana = company.users.find(({ email }) => email === 'ana.ruiz@lanternhill.example');
    const open = measureCompany(company, now).deals.filter(
      ({ state, ownerId }) => state === 'open' && ownerId === ana?.ownerId,
    );
    expect(open.length).toBeGreaterThan(2);
    expect(company.setup.peopleCsv).toMatch(
      /^ana\.ruiz@[^,]+,Ana Ruiz,DACH Mid-market,maria\.lang@lanternhill\.example,/m,
    );
  });

  test('leaves a history from which stage and age say more than the fixed percentages', () => {
    const company = makeCompany({ now });
    const probability = new Map(
      company.pipelines.flatMap(({ stages }) =>
        stages.map((stage) => [stage.id, Number(stage.probability)] as const),
      ),
    );
    const sightings = measureCompany(company, now)
      .deals.filter(({ state }) => state !== 'open')
      .flatMap(({ deal, state, closeDate }) => {
        const created = Date.parse(deal.createdAt);
        const ages = Array.from(
          { length: Math.floor((closeDate - created) / (14 * DAY)) },
          (_, index) => 7 + index * 14,
        );
        return ages.map((age) => {
          const seen = new Date(created + age * DAY).toISOString();
          const stage = deal.stage.findLast(({ at }) => at <= seen)?.value ?? '';
          const cell = `${stage} ${Math.min(4, Math.floor(age / 28))}`;
          return { cell, fixed: probability.get(stage) ?? 0, won: state === 'won' ? 1 : 0, seen, closeDate };
        });
      });
    const cut = now.getTime() - 300 * DAY;
    const past = Map.groupBy(
      sightings.filter(({ closeDate }) => closeDate < cut),
      ({ cell }) => cell,
    );
    const learned = (cell: string): number => {
      const cases = past.get(cell) ?? [];
      return (cases.filter(({ won }) => won === 1).length + 2) / (cases.length + 8);
    };
    const later = sightings.filter(({ seen }) => Date.parse(seen) >= cut);
    const brier = (guess: (sighting: (typeof later)[number]) => number): number =>
      later.reduce((sum, sighting) => sum + (guess(sighting) - sighting.won) ** 2, 0) / later.length;
    expect(brier(({ cell }) => learned(cell))).toBeLessThan(0.85 * brier(({ fixed }) => fixed));
  });
});

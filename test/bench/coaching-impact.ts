/**
 * How long the Impact section is computed for on a portal of 1,000 reps with 12 quarters of quotas, credit, 1:1s and closed deals
 * (8 a rep and quarter, 96,000 in all), for each metric.
 * `node test/bench/coaching-impact.ts [reps] [postgres|embedded]`
 */
import { createImpactService } from '../../src/domains/coaching/index.ts';
import { periodAt, trailingPeriods } from '../../src/kernel/period.ts';
import { calendarOf } from '../../src/kernel/portal.ts';
import { connectPeople, portalId, userOf } from '../domains/coaching/pulse/open-pulse.ts';
import { inventCompanies } from '../domains/coaching/impact/company.ts';
import { fillCompany } from '../domains/coaching/impact/fill-company.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const [size = '1000', only] = process.argv.slice(2);
const reps = Number(size);
const bench = 'coaching-impact';
const ROUNDS = 11;
const now = new Date('2026-11-24T10:00:00Z');

for (const kind of ['postgres', 'embedded'] as const) {
  if (only !== undefined && only !== kind) continue;
  const store = await openBenchStore(kind);
  try {
    const company = inventCompanies(7)({
      reps,
      choice: 'worstQuarter',
      effect: 0.1,
      starts: [6, 7, 8, 9, 10],
    }).map((history, index) => ({ ...history, repId: String(1_000 + index) }));
    const managers = Array.from({ length: Math.ceil(reps / 8) }, (_none, index) => String(100_000 + index));
    const portal = await connectPeople(store.db, {
      '800': null,
      ...Object.fromEntries(managers.map((id) => [id, '800'])),
      ...Object.fromEntries(
        company.map(({ repId }, index) => [repId, managers[index % managers.length] ?? null]),
      ),
    });
    const calendar = calendarOf(portal);
    const quarters = trailingPeriods(calendar, periodAt(calendar, 'quarter', now), 12);
    await fillCompany(store.db, portalId, company, quarters, { dealsAQuarter: 8 });
    for (const metric of ['attainment', 'winRate'] as const) {
      let clock = new Date('2024-02-01T10:00:00Z');
      const impact = createImpactService({
        db: store.db,
        clock: { now: () => clock },
        realClock: { now: () => new Date() },
      });
      const caller = { portal, userId: userOf('800'), isOps: false };
      await impact.choose(caller, { metric });
      clock = now;
      const times: number[] = [];
      let state = '';
      for (let round = 0; round < ROUNDS; round += 1) {
        const begun = performance.now();
        const view = await impact.view(caller);
        times.push(performance.now() - begun);
        state = view.ok ? view.value.sentence : view.failure.message;
      }
      times.sort((one, other) => one - other);
      const median = times[(ROUNDS - 1) / 2] ?? 0;
      const slowest = times.at(-1) ?? 0;
      reportFigure({
        bench,
        figure: `${metric} on ${kind}, ${reps} reps: ${state}`,
        value: median,
        unit: 'ms, median',
        against: `the slowest of ${ROUNDS}, ${Math.round(slowest)} ms`,
        ratio: median / slowest,
        target: 'none',
      });
    }
  } finally {
    await store.close();
  }
}

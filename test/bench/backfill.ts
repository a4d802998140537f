/**
 * How fast a portal is read from the beginning at HubSpot's real limits and 400 ms an answer, from a bucket of which nothing
 * is used: from the first deal call until every deal is mirrored, against ceil(n/100) calls at 11 a second. Afterwards
 * everything is compared with the portal. `node test/bench/backfill.ts [deals] [embedded]`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { listAllDeals } from '../../src/hubspot/index.ts';
import { dealsOf } from '../../src/mirror/index.ts';
import { progressOf, pullPortal } from '../../src/sync/index.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { connectPortal, noPace, publicUrl, type CallRecord } from './support/connect-portal.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const [size = '50000', engine = 'postgres'] = process.argv.slice(2);
const deals = Number(size);
const bench = 'backfill';
const limit = Math.ceil(deals / 100) / 11;
const against = `ceil(${deals}/100)/11 s = ${limit.toFixed(2)} s`;

const portal = await startPortalProcess({
  publicUrl,
  deals,
  latencyMs: 400,
  limits: 'hubspot',
  searchLag: { least: 1_000, most: 15_000 },
});
const store = await openBenchStore(engine === 'embedded' ? 'embedded' : 'postgres');
try {
  const connected = await connectPortal(store, portal);
  const { calls, portalId } = connected;
  const progress = progressOf(store.db, portalId);
  // What the install used has to leave the bucket first.
  await sleep(10_500);
  calls.length = 0;
  const pulling = pullPortal(await connected.sync());
  const readAt = await whenIn('checking');
  const readingCalls = calls.length;
  const checkedAt = await whenIn('learning');
  await pulling;

  const isDealCall = ({ family }: CallRecord) =>
    family === 'crm/objects/deals' || family === 'crm/objects/deals/search';
  const first = calls.find(isDealCall);
  if (!first) throw new Error('no deal was asked for');
  const begunAt = first.endedAt - first.ms;
  const seconds = (until: number) => (until - begunAt) / 1_000;
  const figure = (name: string, value: number, unit: string, target = 'none', than = against) => {
    const ratio = unit === 's' ? value / limit : value / Math.ceil(deals / 100);
    reportFigure({ bench, figure: name, value, unit, against: than, ratio, target });
  };
  figure(`first deal call to last mirrored deal, ${deals} deals, ${engine}`, seconds(readAt), 's', '<= 1.15');
  figure('the same until HubSpot’s own list has confirmed all', seconds(checkedAt), 's');
  const pages = `ceil(${deals}/100) calls`;
  const reading = calls.slice(0, readingCalls).filter(isDealCall);
  figure('deal calls until every deal was mirrored', reading.length, 'calls', '<= 1', pages);
  figure('deal calls in all', calls.filter(isDealCall).length, 'calls', 'none', pages);
  const isSplitCall = ({ family }: CallRecord) => family.startsWith('deal-splits');
  figure('calls for splits', calls.filter(isSplitCall).length, 'calls', 'none', pages);
  const others = calls.filter((call) => !isDealCall(call) && !isSplitCall(call));
  figure('calls for people, pipelines, rates and goals', others.length, 'calls', 'none', pages);
  const refused = calls.filter(({ status }) => status === 429).length;
  reportFigure({
    bench,
    figure: 'refused by a limit',
    value: refused,
    unit: '429s',
    against: 'none',
    ratio: refused,
    target: '<= 0',
  });
  const wrong = await countDifferences();
  reportFigure({
    bench,
    figure: 'deals that differ from the portal',
    value: wrong,
    unit: 'deals',
    against: `${deals} deals`,
    ratio: wrong,
    target: '<= 0',
  });

  async function whenIn(phase: 'checking' | 'learning'): Promise<number> {
    for (;;) {
      const seen = (await progress.read())?.phase;
      if (seen === phase || seen === 'learning' || seen === 'done') return performance.now();
      const ended = await Promise.race([pulling.then(() => true), sleep(25).then(() => false)]);
      if (ended) return performance.now();
    }
  }

  /** Reads the portal once more, by one cursor and without limits, and compares it with the mirror. */
  async function countDifferences(): Promise<number> {
    const { session } = await connectPortal(store, portal, noPace);
    const properties = ['amount', 'dealstage', 'hs_v2_date_entered_current_stage'];
    let differences = 0;
    let count = 0;
    for await (const page of listAllDeals(session, { properties })) {
      if (!page.ok) throw new Error(page.failure.message);
      count += page.value.length;
      const mirrored = await store.db
        .selectFrom('deal')
        .select(['id', 'amount', 'stage_id', 'modified_at', 'stage_entered_at'])
        .where('portal_id', '=', portalId)
        .where(
          'id',
          'in',
          page.value.map(({ id }) => id),
        )
        .execute();
      const byId = new Map(mirrored.map((row) => [row.id, row]));
      for (const { id, properties: shown, updatedAt } of page.value) {
        const row = byId.get(id);
        const isEqual =
          row?.amount === (shown['amount'] || null) &&
          row.stage_id === shown['dealstage'] &&
          +row.modified_at === Date.parse(updatedAt) &&
          (row.stage_entered_at?.getTime() ?? null) ===
            (Date.parse(shown['hs_v2_date_entered_current_stage'] ?? '') || null);
        if (!isEqual) differences += 1;
      }
    }
    return differences + Math.abs((await dealsOf(store.db, portalId).countDeals()).all - count);
  }
} finally {
  await store.close();
  await portal.stop();
}

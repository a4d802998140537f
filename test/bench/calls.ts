/**
 * How many calls a sync takes: ceil(n/100) or fewer to read, ceil(changed/100) to write, and none to write when nothing has
 * changed. Limits and latency are off: only the number counts. `node test/bench/calls.ts [deals]`
 */
import { dealsOf } from '../../src/mirror/index.ts';
import { progressOf, pullPortal, workPortal } from '../../src/sync/index.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { connectPortal, noPace, publicUrl, type CallRecord } from './support/connect-portal.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const deals = Number(process.argv[2] ?? 20_000);
const bench = 'calls';
const isUpdate = ({ family }: CallRecord) => family === 'crm/objects/deals/batch/update';
const isReading = ({ family }: CallRecord) =>
  ['crm/objects/deals', 'crm/objects/deals/search', 'crm/objects/deals/batch/read'].includes(family);

const portal = await startPortalProcess({ publicUrl, deals, latencyMs: 100, limits: 'none' });
const store = await openBenchStore('embedded');
try {
  const connected = await connectPortal(store, portal, noPace);
  const { calls, portalId } = connected;
  calls.length = 0;
  let readingCalls = -1;
  const pulling = pullPortal(await connected.sync()).then(
    () => (readingCalls = readingCalls < 0 ? calls.length : readingCalls),
  );
  const progress = progressOf(store.db, portalId);
  while (readingCalls < 0) {
    const phase = (await progress.read())?.phase;
    if (phase === 'checking' || phase === 'learning') readingCalls = calls.length;
    else await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const reading = calls.slice(0, readingCalls).filter(isReading).length;
  await pulling;
  const pages = Math.ceil(deals / 100);
  const against = `ceil(${deals}/100) = ${pages} calls`;
  reportFigure({
    bench,
    figure: 'until every deal was mirrored',
    value: reading,
    unit: 'calls',
    against,
    ratio: reading / pages,
    target: '<= 1',
  });
  const checked = calls.filter(isReading).length;
  reportFigure({
    bench,
    figure: 'with the full list that confirms it',
    value: checked,
    unit: 'calls',
    against,
    ratio: checked / pages,
    target: 'none',
  });

  await connected.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  calls.length = 0;
  await workPortal(await connected.sync());
  const changed = await dealsOf(store.db, portalId).countWithValues();
  const writes = calls.filter(isUpdate).length;
  const least = Math.ceil(changed / 100);
  reportFigure({
    bench,
    figure: `to write ${changed} deals`,
    value: writes,
    unit: 'calls',
    against: `ceil(${changed}/100) = ${least} calls`,
    ratio: writes / least,
    target: '<= 1',
  });

  calls.length = 0;
  await pullPortal(await connected.sync());
  await workPortal(await connected.sync());
  const again = calls.filter(isUpdate).length;
  reportFigure({
    bench,
    figure: 'to write when a second sync finds nothing changed',
    value: again,
    unit: 'calls',
    against: 'none',
    ratio: again,
    target: '<= 0',
  });
} finally {
  await store.close();
  await portal.stop();
}

/**
 * Memory of the service while it reads a portal, learns from it and writes back: the most that its process holds with a
 * large portal against a small one. The portal is another process, limits are off, the store is PostgreSQL.
 * `node test/bench/memory.ts [small] [large]`
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describeProgress, progressOf, pullPortal, workPortal } from '../../src/sync/index.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { connectPortal, noPace, publicUrl } from './support/connect-portal.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

interface Measured {
  readonly rss: number;
  readonly heap: number;
  readonly seconds: number;
  /** How often the bar went back or beyond its total. */
  readonly lies: number;
}

const MEGABYTE = 1_048_576;
const bench = 'memory';
const [first = '100000', second = '1000000'] = process.argv.slice(2);

if (first === 'measure') process.stdout.write(JSON.stringify(await measure(Number(second))));
else await compare(Number(first), Number(second));

async function compare(small: number, large: number): Promise<void> {
  const less = await inOwnProcess(small);
  const more = await inOwnProcess(large);
  const report = (figure: string, pick: (of: Measured) => number, target: string) => {
    const against = `${(pick(less) / MEGABYTE).toFixed(0)} MB at ${small} deals`;
    const value = pick(more) / MEGABYTE;
    reportFigure({
      bench,
      figure: `${figure}, ${large} deals`,
      value,
      unit: 'MB',
      against,
      ratio: pick(more) / pick(less),
      target,
    });
  };
  report('most memory of the process', ({ rss }) => rss, '<= 1.5');
  report('most heap in use', ({ heap }) => heap, 'none');
  const against = `${less.seconds.toFixed(0)} s at ${small} deals`;
  reportFigure({
    bench,
    figure: 'read, learned and written',
    value: more.seconds,
    unit: 's',
    against,
    ratio: more.seconds / less.seconds,
    target: 'none',
  });
  const lies = less.lies + more.lies;
  reportFigure({
    bench,
    figure: 'times the progress bar went back or beyond its total',
    value: lies,
    unit: 'times',
    against: 'none',
    ratio: lies,
    target: '<= 0',
  });
}

async function inOwnProcess(deals: number): Promise<Measured> {
  const flags = ['--disable-warning=ExperimentalWarning', import.meta.filename, 'measure', String(deals)];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  return JSON.parse(stdout) as Measured;
}

async function measure(deals: number): Promise<Measured> {
  const portal = await startPortalProcess({ publicUrl, deals, limits: 'none' });
  const store = await openBenchStore('postgres');
  let [rss, heap, lies, before] = [0, 0, 0, 0];
  const watch = setInterval(() => {
    const used = process.memoryUsage();
    rss = Math.max(rss, used.rss);
    heap = Math.max(heap, used.heapUsed);
  }, 20);
  try {
    const connected = await connectPortal(store, portal, noPace);
    await connected.choose({ sharingLevel: 'team', mayWriteBack: true });
    const progress = progressOf(store.db, connected.portalId);
    const look = setInterval(() => {
      void progress.read().then((now) => {
        if (now === null) return;
        const { done, total } = describeProgress({ ...now, phase: 'deals' });
        if (done < before || (total !== null && done > total)) lies += 1;
        before = done;
      });
    }, 500);
    const begun = performance.now();
    await pullPortal(await connected.sync());
    await workPortal(await connected.sync());
    clearInterval(look);
    return { rss, heap, lies, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    clearInterval(watch);
    await store.close();
    await portal.stop();
  }
}

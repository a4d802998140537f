import { setTimeout as sleep } from 'node:timers/promises';
import type { Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import { dealsOf, dirtyOwnersOf } from '../mirror/index.ts';
import { outboxOf, progressOf } from '../sync/index.ts';
import { showProgress } from './show-progress.ts';

const LOOK_EVERY_MS = 200;
/** Beyond this something is wrong, and the log says what. */
const PATIENCE_MS = 15 * 60_000;

/** Shows the first pull and the write-back while they run, and answers when HubSpot shows everything. */
export async function followFirstSync(sideline: Sideline, portalId: number): Promise<void> {
  const { db } = sideline.database;
  const reading = showProgress('Reading deals');
  await until(async () => {
    const progress = await progressOf(db, portalId).read();
    reading.update(progress?.dealsRead ?? 0, null);
    return (await installOf(db, portalId).read())?.readyAt != null;
  });
  const { all, open } = await dealsOf(db, portalId).countDeals();
  reading.finish(`${all.toLocaleString('en')} deals, ${open.toLocaleString('en')} open`);

  const writing = showProgress('Writing to HubSpot');
  const outbox = outboxOf(db, portalId);
  let most = 0;
  await until(async () => {
    const waiting = await outbox.countWaiting();
    const left = (await dirtyOwnersOf(db, portalId).count()) + waiting;
    most = Math.max(most, waiting);
    writing.update(most - waiting, most);
    return left === 0;
  });
  writing.finish(await describeWritten(sideline, portalId));
}

async function describeWritten(sideline: Sideline, portalId: number): Promise<string> {
  const { db } = sideline.database;
  const parked = await outboxOf(db, portalId).listParked();
  const written = await dealsOf(db, portalId).countWithValues();
  const refused = parked.length > 0 ? `, ${parked.length} refused by HubSpot` : '';
  return `${written.toLocaleString('en')} deals carry Sideline's properties${refused}`;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline)
      throw new Error('The first sync takes unusually long; the log above says why.');
    await sleep(LOOK_EVERY_MS);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import { dealsOf, dirtyOwnersOf } from '../mirror/index.ts';
import { outboxOf, progressOf } from '../sync/index.ts';
import { showProgress } from './show-progress.ts';

const LOOK_EVERY_MS = 200;
/** Beyond this something is wrong, and the log says what. */
const PATIENCE_MS = 15 * 60_000;

/** Shows a pull that was asked for at `since` while it runs, and answers when the portal is read. */
export async function followReading(
  { database: { db } }: Sideline,
  portalId: number,
  since: Date,
): Promise<void> {
  const reading = showProgress('Reading deals');
  await until(async () => {
    const progress = await progressOf(db, portalId).read();
    const isOurs = progress !== null && progress.startedAt >= since;
    reading.update(isOurs ? progress.dealsRead : 0, null);
    return isOurs && progress.finishedAt !== null && (await installOf(db, portalId).read())?.readyAt != null;
  });
  const { all, open } = await dealsOf(db, portalId).countDeals();
  reading.finish(`${all.toLocaleString('en')} deals, ${open.toLocaleString('en')} open`);
}

/** Shows the write-back while it runs, and answers when HubSpot shows everything. */
export async function followWriting({ database: { db } }: Sideline, portalId: number): Promise<void> {
  const writing = showProgress('Writing to HubSpot');
  const outbox = outboxOf(db, portalId);
  let most = 0;
  await until(async () => {
    const waiting = await outbox.countWaiting();
    most = Math.max(most, waiting);
    writing.update(most - waiting, most);
    return waiting + (await dirtyOwnersOf(db, portalId).count()) === 0;
  });
  const parked = await outbox.listParked();
  const written = await dealsOf(db, portalId).countWithValues();
  const refused = parked.length > 0 ? `, ${parked.length} refused by HubSpot` : '';
  writing.finish(`${written.toLocaleString('en')} deals carry Sideline's properties${refused}`);
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('The sync takes unusually long; the log above says why.');
    await sleep(LOOK_EVERY_MS);
  }
}

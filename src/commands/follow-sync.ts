import { setTimeout as sleep } from 'node:timers/promises';
import type { Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import { dealsOf, dirtyOwnersOf } from '../mirror/index.ts';
import { describeProgress, outboxOf, progressOf } from '../sync/index.ts';
import { showProgress } from './show-progress.ts';

const LOOK_EVERY_MS = 200;
/** When nothing has moved for so long something is wrong, and the log says what. */
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
    if (progress === null || progress.resumedAt < since) return { isDone: false, done: 0 };
    const { words, done, total } = describeProgress(progress);
    reading.update(done, total, words);
    const isRead = progress.finishedAt !== null;
    return { isDone: isRead && (await installOf(db, portalId).read())?.readyAt != null, done };
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
    const marks = await dirtyOwnersOf(db, portalId).count();
    return { isDone: waiting + marks === 0, done: waiting + marks };
  });
  const parked = await outbox.listParked();
  const written = await dealsOf(db, portalId).countWithValues();
  const refused = parked.length > 0 ? `, ${parked.length} refused by HubSpot` : '';
  writing.finish(`${written.toLocaleString('en')} deals carry Sideline's properties${refused}`);
}

/** However much there is to do: what counts is that something moves. */
async function until(look: () => Promise<{ isDone: boolean; done: number }>): Promise<void> {
  let movedAt = Date.now();
  let before = -1;
  for (let seen = await look(); !seen.isDone; seen = await look()) {
    if (seen.done !== before) movedAt = Date.now();
    before = seen.done;
    if (Date.now() - movedAt > PATIENCE_MS) {
      throw new Error('The sync has not moved for a long time; the log above says why.');
    }
    await sleep(LOOK_EVERY_MS);
  }
}

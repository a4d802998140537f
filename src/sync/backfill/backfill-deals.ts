import type { PortalSync } from '../dependencies.ts';
import { openBackfill, partSize, type Backfill } from './backfill.ts';
import { chooseListPart, chooseSearchPart } from './choose-part.ts';
import { planParts } from './plan-parts.ts';
import { readListPage } from './read-list-page.ts';
import { readSearchPage } from './read-search-page.ts';
import { runSideBySide, type Task } from './run-side-by-side.ts';
import { heldAtOnce, mirrorHeld } from './take-over.ts';

/** HubSpot allows eleven calls a second and answers after some tenths of one: so many have to be under way. */
const listsAtOnce = 10;
const searchesAtOnce = 4;
/** What is less the list has read before a search is answered. */
const leastToSearch = 300;

/**
 * Reads every deal of the portal into the mirror, as fast as both of HubSpot's limits allow: the portal is divided into
 * parts by id, and in each a hand goes upwards page by page by the list while another comes down by search, which is
 * counted apart and answers twice as many. Once they have met everywhere all deals are read; the list goes on over what
 * search has found, whose index lags, so that in the end HubSpot's own list has shown the whole portal once. Deals that the
 * mirror has and the list did not show are looked at once more by the next pass: they are gone, or came back meanwhile.
 *
 * Where each hand stands is in the store after every page. Killed at any moment, a backfill goes on from there.
 */
export async function backfillDeals(sync: PortalSync): Promise<void> {
  const work = await openBackfill(sync);
  await runSideBySide(
    (running) =>
      planTask(work) ??
      heldTask(work, heldAtOnce) ??
      listTask(work) ??
      searchTask(work) ??
      // Fewer than a call takes only when nothing else is left to do.
      (running === 0 ? heldTask(work, 1) : null),
  );
  const unfinished = work.parts.find((part) => !part.list.isDone);
  if (unfinished !== undefined) throw new Error(`the backfill stopped within part ${unfinished.number}`);
  await work.progress.expect(work.parts.reduce((sum, { list }) => sum + list.deals, 0));
}

function planTask(work: Backfill): Task | null {
  const { busy, plan } = work;
  if (busy.plan || plan.isPlanned) return null;
  busy.plan = true;
  return whenDone(
    () => planParts(work),
    () => (busy.plan = false),
  );
}

function heldTask(work: Backfill, least: number): Task | null {
  const { busy, held } = work;
  if (busy.held || held.size < least) return null;
  busy.held = true;
  return whenDone(
    () => mirrorHeld(work),
    () => (busy.held = false),
  );
}

function listTask(work: Backfill): Task | null {
  const { parts, busy, step, held } = work;
  if (busy.list.size >= listsAtOnce) return null;
  const part = chooseListPart({ parts, busy: busy.list, step, isMirrored: held.size === 0 });
  if (part === null) return null;
  busy.list.add(part.number);
  return whenDone(
    () => readListPage(work, part.number),
    () => busy.list.delete(part.number),
  );
}

function searchTask(work: Backfill): Task | null {
  const { parts, busy, plan, maySearch } = work;
  const size = partSize(plan.dealsTotal);
  if (!maySearch || size === null || busy.search.size >= searchesAtOnce) return null;
  const part = chooseSearchPart({
    parts,
    busy: busy.search,
    isPlanned: plan.isPlanned,
    partSize: size,
    least: leastToSearch,
  });
  if (part === null) return null;
  busy.search.add(part.number);
  return whenDone(
    () => readSearchPage(work, part.number),
    () => busy.search.delete(part.number),
  );
}

function whenDone(task: Task, release: () => unknown): Task {
  return async () => {
    try {
      await task();
    } finally {
      release();
    }
  };
}

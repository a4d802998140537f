import { listDealPage, type CrmRecord, type HubSpotFailure, type Page } from '../../hubspot/index.ts';
import type { Result } from '../../kernel/result.ts';
import { SyncInterrupted } from '../dependencies.ts';
import { partOf, type Backfill } from './backfill.ts';
import { compareIds } from './compare-ids.ts';
import { countListed } from './count-page.ts';
import { landPage } from './land-page.ts';
import { moveList } from './move-list.ts';
import { isBegun, type Part } from './part.ts';
import { cursorAfter, readCursorStep } from './predict-cursor.ts';

/** HubSpot does not say how long an address may be; most servers take 8,000 characters with all that stands around. */
const mostPropertyCharacters = 6_000;
const TOO_LONG = 414;

/** Reads the next page of a part upwards, and has what the list does not show any more looked at. */
export async function readListPage(work: Backfill, number: number): Promise<void> {
  const asked = partOf(work, number);
  const isPredicted = asked.list.cursor === null && asked.lower !== null;
  const after = beginningOf(work, asked);
  const page = await list(work, after);
  if (!page.ok) {
    if (isPredicted && page.failure.code === 'rejected') {
      predictNoMore(work);
      return;
    }
    throw new SyncInterrupted('reading deals', page.failure);
  }
  const { items, next } = page.value;
  if (next !== null && next === after) throw standsStill();
  const ids = items.map(({ id }) => id).toSorted(compareIds);
  await landPage(work, {
    records: items,
    move: async () => {
      if (!isPredicted || isBehind(asked, ids[0])) return { lists: await move(work, asked, ids, next) };
      predictNoMore(work);
      return {};
    },
  });
}

/** Whether a page that was asked for at a prediction begins behind the part's lower end, as it should. */
function isBehind({ lower }: Part, first: string | undefined): boolean {
  return lower === null || first === undefined || compareIds(first, lower) > 0;
}

/** Moves the hand past a page, and whatever follows for others. Answers the numbers of the parts that changed. */
async function move(
  work: Backfill,
  asked: Part,
  ids: readonly string[],
  next: string | null,
): Promise<number[]> {
  const { number } = asked;
  const [first = null, last = null] = [ids[0], ids.at(-1)];
  await work.store.noteAbsent(asked.list.last ?? asked.lower, next === null ? null : last, ids);
  if (next !== null && work.step === null && work.mayPredict) {
    work.step = readCursorStep({ last, next });
    work.mayPredict = work.step !== null;
  }
  const part = partOf(work, number);
  const above = work.parts[number + 1];
  const isAboveBusy = work.busy.list.has(number + 1);
  const moved = moveList(
    part,
    { first, last, next, ...countListed(part, ids) },
    { above, isAboveBusy, step: work.step },
  );
  const changed: Part[] = [{ ...part, list: moved.list }];
  if (moved.passedOn !== null && above !== undefined) {
    changed.push({ ...above, list: { ...above.list, ...moved.passedOn } });
  }
  if (next === null) changed.push(...endAbove(work, number));
  for (const each of changed) work.parts[each.number] = each;
  return changed.map((each) => each.number);
}

function beginningOf({ step }: Backfill, { list: hand, lower }: Part): string | null {
  if (hand.cursor !== null) return hand.cursor;
  return lower === null || step === null ? null : cursorAfter(lower, step);
}

async function list(work: Backfill, after: string | null): Promise<Result<Page<CrmRecord>, HubSpotFailure>> {
  const { properties } = work.mirroring;
  if (properties.join(',').length > mostPropertyCharacters) work.isThin = true;
  const read = () => listDealPage(work.sync.session, { after, properties: work.isThin ? [] : properties });
  const page = await read();
  if (page.ok || page.failure.status !== TOO_LONG) return page;
  work.isThin = true;
  return read();
}

/** HubSpot's cursors are something else here: one hand follows them from beginning to end, and search helps out. */
function predictNoMore(work: Backfill): void {
  work.step = null;
  work.mayPredict = false;
}

/** The list is at its end, so that nothing is left of parts that were planned beyond it. */
function endAbove({ parts, busy }: Backfill, number: number): Part[] {
  return parts
    .filter((part) => part.number > number && !isBegun(part) && !busy.list.has(part.number))
    .map((part) => ({ ...part, list: { ...part.list, cursor: null, isDone: true } }));
}

function standsStill(): SyncInterrupted {
  const message = 'HubSpot gave the same page cursor twice.';
  return new SyncInterrupted('reading deals', { code: 'unexpected_reply', status: 200, message });
}

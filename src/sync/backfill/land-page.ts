import type { ArrivedPage, WaitingPage } from './arrived-page.ts';
import { reportProgress, type Backfill } from './backfill.ts';
import { takeOver } from './take-over.ts';

/** More would make the transaction longer than others should wait for. */
const mostPages = 5;

/**
 * Takes a page into the store: its deals first, then where its hand stands. Pages that arrive while others are being
 * stored are stored together, so that a store under load is asked less often. Resolves when the page is kept.
 */
export function landPage(work: Backfill, page: ArrivedPage): Promise<void> {
  return new Promise((done, fail) => {
    work.arrived.push({ ...page, done, fail });
    void landAll(work);
  });
}

async function landAll(work: Backfill): Promise<void> {
  if (work.isLanding) return;
  work.isLanding = true;
  while (work.arrived.length > 0) {
    const pages = work.arrived.splice(0, mostPages);
    try {
      await landTogether(work, pages);
      for (const { done } of pages) done();
    } catch (error) {
      for (const { fail } of pages) fail(error);
    }
  }
  work.isLanding = false;
}

async function landTogether(work: Backfill, pages: readonly WaitingPage[]): Promise<void> {
  await takeOver(
    work,
    pages.flatMap(({ records }) => records),
  );
  const lists = new Set<number>();
  const searches = new Set<number>();
  for (const { move } of pages) {
    const moved = await move();
    for (const number of moved.lists ?? []) lists.add(number);
    for (const number of moved.searches ?? []) searches.add(number);
  }
  await work.store.saveHands(
    work.parts.filter(({ number }) => lists.has(number)),
    work.parts.filter(({ number }) => searches.has(number)),
  );
  await reportProgress(work);
}

import { storedOf } from '../../mirror/index.ts';
import type { PortalSync } from '../dependencies.ts';
import { compareDeals } from './compare-deals.ts';

const DEALS_A_PAGE = 100;

/** Compares the deals whose credit is divided: an edited share is announced by nothing, and no date tells of it. Answers how many differed. */
export async function compareSplits(sync: PortalSync): Promise<number> {
  const stored = storedOf(sync.db, sync.portal.id);
  let repaired = 0;
  let after = '';
  for (;;) {
    const ids = await stored.listSplit(after, DEALS_A_PAGE);
    if (ids.length === 0) return repaired;
    repaired += await compareDeals(sync, ids);
    after = ids.at(-1) ?? '';
  }
}

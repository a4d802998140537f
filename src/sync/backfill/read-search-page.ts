import {
  mostSearchCharacters,
  searchDealRange,
  searchDealRangeBody,
  type DealRangeInput,
} from '../../hubspot/index.ts';
import { SyncInterrupted } from '../dependencies.ts';
import { partOf, type Backfill } from './backfill.ts';
import { countFound } from './count-page.ts';
import { landPage } from './land-page.ts';
import { mayDoWithout } from './may-do-without.ts';

const pageSize = 200;

/** Reads the next page of a part downwards. */
export async function readSearchPage(work: Backfill, number: number): Promise<void> {
  const { lower, upper, list, search } = partOf(work, number);
  const input: DealRangeInput = {
    above: list.last ?? lower,
    upTo: search.lowest === null ? upper : null,
    below: search.lowest,
    order: 'DESCENDING',
    limit: pageSize,
    properties: work.mirroring.properties,
  };
  if (JSON.stringify(searchDealRangeBody(input)).length > mostSearchCharacters) {
    work.maySearch = false;
    return;
  }
  const found = await searchDealRange(work.sync.session, input);
  if (!found.ok) {
    if (!mayDoWithout(found.failure)) throw new SyncInterrupted('searching deals', found.failure);
    work.maySearch = false;
    return;
  }
  const { deals } = found.value;
  await landPage(work, {
    records: deals,
    move() {
      const part = partOf(work, number);
      const ids = deals.map(({ id }) => id);
      work.parts[number] = {
        ...part,
        search: {
          lowest: ids.at(-1) ?? part.search.lowest,
          deals: part.search.deals + countFound(part, ids),
          isDone: deals.length < pageSize,
        },
      };
      return Promise.resolve({ searches: [number] });
    },
  });
}

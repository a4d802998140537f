import type { Result } from '../../kernel/result.ts';
import { err } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import type { Page } from '../schemas/page.ts';

export type PageResult<Item> = Result<readonly Item[], HubSpotFailure>;

/** Walks through a list page by page. A failure is the last thing it gives; the pages before it are good. */
export async function* listPages<Item>(
  readPage: (after: string | null) => Promise<Result<Page<Item>, HubSpotFailure>>,
): AsyncGenerator<PageResult<Item>, void, undefined> {
  let after: string | null = null;
  do {
    const page: Result<Page<Item>, HubSpotFailure> = await readPage(after);
    if (!page.ok) {
      yield page;
      return;
    }
    yield { ok: true, value: page.value.items };
    if (page.value.next !== null && page.value.next === after) {
      // Otherwise a cursor that stands still would be followed for ever.
      yield err({
        code: 'unexpected_reply',
        status: 200,
        message: 'HubSpot gave the same page cursor twice.',
      });
      return;
    }
    after = page.value.next;
  } while (after !== null);
}

/** Joins all pages of a list that fits in memory. */
export async function collectPages<Item>(
  pages: AsyncIterable<PageResult<Item>>,
): Promise<Result<readonly Item[], HubSpotFailure>> {
  const items: Item[] = [];
  for await (const page of pages) {
    if (!page.ok) return page;
    items.push(...page.value);
  }
  return { ok: true, value: items };
}

import type * as z from 'zod';
import type { Result } from '../../kernel/result.ts';
import { err, ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { batchReply } from '../schemas/batch-reply.ts';
import type { PortalSession } from '../session.ts';
import { chunk } from './chunk.ts';
import { readRowError } from './read-row-error.ts';

export interface BatchReadInput<Item> {
  readonly path: string;
  /** Each is asked for once. */
  readonly ids: readonly string[];
  /** What the call says beside the ids. */
  readonly further?: Readonly<Record<string, unknown>>;
  readonly item: z.ZodType<Item>;
}

/** Reads by id whatever is there. A row that fails for another reason than absence fails the read: it is not absent. */
export async function readBatch<Item>(
  session: PortalSession,
  { path, ids, further, item }: BatchReadInput<Item>,
): Promise<Result<readonly Item[], HubSpotFailure>> {
  const items: Item[] = [];
  for (const part of chunk([...new Set(ids)])) {
    const reply = await session.call({
      method: 'POST',
      path,
      json: { ...further, inputs: part.map((id) => ({ id })) },
      repeatable: true,
      reply: batchReply(item),
    });
    if (!reply.ok) return reply;
    const refused = reply.value.errors.map(readRowError).find(({ failure }) => failure.code !== 'not_found');
    if (refused !== undefined) return err(refused.failure);
    items.push(...reply.value.results);
  }
  return ok(items);
}

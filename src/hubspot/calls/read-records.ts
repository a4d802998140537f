import type * as z from 'zod';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { readBatch } from './read-batch.ts';

export interface RecordsRead<Item> {
  /** In no particular order, each once. A record that was merged comes under the id of the one that survived. */
  readonly records: readonly Item[];
  /** Ids under which nothing came: deleted, merged into another record, or never there. */
  readonly missing: readonly string[];
}

/** Reads the present values of records of one type by id. */
export async function readRecords<Item extends { readonly id: string }>(
  session: PortalSession,
  {
    objectType,
    ids,
    properties,
    item,
  }: {
    readonly objectType: 'deals' | 'tasks';
    readonly ids: readonly string[];
    readonly properties: readonly string[];
    readonly item: z.ZodType<Item>;
  },
): Promise<Result<RecordsRead<Item>, HubSpotFailure>> {
  const path = `/crm/objects/${apiVersion.objects}/${objectType}/batch/read`;
  const read = await readBatch(session, { path, ids, further: { properties }, item });
  if (!read.ok) return read;
  const records = new Map(read.value.map((record) => [record.id, record]));
  return ok({
    records: [...records.values()],
    missing: [...new Set(ids)].filter((id) => !records.has(id)),
  });
}

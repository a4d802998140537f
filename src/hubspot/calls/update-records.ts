import { batchReply } from '../schemas/batch-reply.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { chunk } from './chunk.ts';
import { readRowError } from './read-row-error.ts';
import { sortBatchRows } from './sort-batch-rows.ts';
import type { FailedRow, UpdateOutcome } from './sort-batch-rows.ts';

export interface RecordUpdate {
  readonly id: string;
  /** New values as text; the empty text clears a value. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Failures that one row may have brought over the whole batch. */
const causedByRows = ['rejected', 'not_found', 'conflict'];

/** Every row of a batch names the same properties: where one is gone, no row passes and halving finds nobody at fault. */
const causedByAll = 'PROPERTY_DOESNT_EXIST';

/**
 * Sets properties of records of one type, each id at most once.
 *
 * HubSpot refuses some batches whole because of a single row (a portal's own rule for required properties, say). Such
 * a batch is halved and sent again until the rows at fault stand alone, so that they park nobody else. Any other
 * failure ends the run: the rest of the rows fail with it unsent.
 */
export async function updateRecords(
  session: PortalSession,
  objectType: 'deals' | 'tasks',
  updates: readonly RecordUpdate[],
): Promise<UpdateOutcome> {
  const updated: string[] = [];
  const failed: FailedRow[] = [];
  const waiting = [...chunk(updates)];
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const reply = await session.call({
      method: 'POST',
      path: `/crm/objects/${apiVersion.objects}/${objectType}/batch/update`,
      json: { inputs: batch },
      repeatable: true,
      reply: batchReply(crmRecord),
    });
    const ids = batch.map(({ id }) => id);
    if (reply.ok) {
      const rows = sortBatchRows({
        ids,
        answered: reply.value.results,
        errors: reply.value.errors.map(readRowError),
      });
      updated.push(...rows.updated);
      failed.push(...rows.failed);
    } else if (!causedByRows.includes(reply.failure.code) || reply.failure.reason === causedByAll) {
      const unsent = [batch, ...waiting].flat();
      failed.push(...unsent.map(({ id }) => ({ id, failure: reply.failure })));
      break;
    } else if (batch.length === 1) {
      failed.push(...ids.map((id) => ({ id, failure: reply.failure })));
    } else {
      waiting.unshift(...chunk(batch, Math.ceil(batch.length / 2)));
    }
  }
  return { updated, failed };
}

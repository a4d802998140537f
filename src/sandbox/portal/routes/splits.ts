import Big from 'big.js';
import * as z from 'zod';
import { err, ok } from '../../../kernel/result.ts';
import { invalid, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { instantText } from '../objects/instant-text.ts';
import { dealType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import { updateRecord } from '../objects/write-record.ts';
import { answerRows, batchAnswer, refuseInputs, rowError, rowNotFound } from './batch-answer.ts';
import { findRecord, recordId } from './object-call.ts';

const scopes = () => ['crm.dealsplits.read_write'];
const readBody = z.object({ inputs: z.array(z.object({ id: recordId })) });
const upsertBody = z.object({
  inputs: z.array(
    z.object({
      id: recordId,
      splits: z.array(z.object({ ownerId: recordId, percentage: z.number().min(0).max(1) })),
    }),
  ),
});
type SplitInput = z.infer<typeof upsertBody>['inputs'][number];

export const splitRoutes: readonly Route[] = [
  { method: 'post', path: '/deal-splits/batch/read', scopes, limit: 'rolling', answer: readSplits },
  { method: 'post', path: '/deal-splits/batch/upsert', scopes, limit: 'rolling', answer: upsertSplits },
];

function readSplits(call: Call): Answer {
  const body = parseBody(readBody, call.body);
  if (!body.ok) return body.failure;
  const refused = refuseInputs(body.value.inputs);
  if (refused) return refused;
  const missing = body.value.inputs.filter(({ id }) => !deal(call, id)).map(({ id }) => id);
  const found = body.value.inputs.filter(({ id }) => !missing.includes(id));
  return batchAnswer(call, {
    results: found.map(({ id }) => showSplits(call, id)),
    errors: missing.length > 0 ? [rowNotFound(dealType, missing)] : [],
  });
}

/** A deal's splits are replaced as a whole. */
function upsertSplits(call: Call): Answer {
  const body = parseBody(upsertBody, call.body);
  if (!body.ok) return body.failure;
  const refused = refuseInputs(body.value.inputs);
  if (refused) return refused;
  return answerRows(
    call,
    body.value.inputs.map((input) => {
      const record = deal(call, input.id);
      if (!record) return err(rowNotFound(dealType, [input.id]));
      const fault = splitFault(call, record, input);
      if (fault !== null) return err(rowError(invalid(fault), { ids: [input.id] }));
      return ok(replaceSplits(call, record, input));
    }),
  );
}

function splitFault(
  { portal: { state } }: Call,
  record: StoredRecord,
  { splits }: SplitInput,
): string | null {
  const stranger = splits.find(({ ownerId }) => state.people.get(ownerId) === undefined);
  if (stranger) return `${stranger.ownerId} is not a valid owner ID`;
  const sum = splits.reduce((total, { percentage }) => total.plus(percentage), Big(0));
  if (!sum.eq(1)) return `Deal split percentages must sum to 1.0, but sum to ${sum.toFixed()}`;
  const owner = currentValue(record, 'hubspot_owner_id');
  const owned = splits.some(({ ownerId }) => ownerId === owner);
  return owned ? null : 'The deal owner must be one of the split owners';
}

function replaceSplits(call: Call, record: StoredRecord, { splits }: SplitInput): object {
  const { portal } = call;
  const createdAt = instantText(portal.businessClock.now());
  const kept = splits.map(({ ownerId, percentage }) => ({
    id: portal.state.nextId(),
    ownerId,
    percentage: Big(percentage).toFixed(),
    createdAt,
  }));
  const before = portal.state.splits.get(record.id) ?? [];
  portal.state.splits.put(record.id, kept);
  portal.settingsChanges.publish({
    kind: 'splits changed',
    type: dealType,
    name: record.id,
    before,
    after: kept,
    source: appSource(portal.app),
    at: createdAt,
  });
  // The deal's own properties count and name its splits.
  updateRecord(portal, { type: dealType, record, values: {}, source: appSource(portal.app) });
  return showSplits(call, record.id);
}

function showSplits({ portal: { state } }: Call, dealId: string): object {
  return {
    id: dealId,
    splits: (state.splits.get(dealId) ?? []).map(({ id, ownerId, percentage, createdAt }) => ({
      id,
      properties: { hs_deal_split_percentage: percentage, hubspot_owner_id: ownerId },
      createdAt: instantText(new Date(createdAt)),
      updatedAt: instantText(new Date(createdAt)),
      archived: false,
    })),
  };
}

function deal(call: Call, id: string): StoredRecord | undefined {
  return findRecord(call.portal.state, dealType, { id, archived: false });
}

import { answer, invalid, type Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { askedProperties, show } from './object-call.ts';

const mostPerPage = 100;
/** Pages that carry history are shorter. */
const mostPerPageWithHistory = 50;

/** One page of a type's records by ascending id; `after` is the last id of the page before. */
export function listRecords(call: Call, type: ObjectType): Answer {
  const asked = askedProperties(call);
  const most = asked.withHistory.length > 0 ? mostPerPageWithHistory : mostPerPage;
  const limit = Number(call.query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    return invalid(`Invalid limit: ${limit}. It must be between 1 and ${most}.`);
  }
  const archived = call.query.get('archived') === 'true';
  const cursor = call.query.get('after') ?? '0';
  if (!/^\d+$/.test(cursor)) return invalid(`Invalid paging cursor: ${cursor}`);
  const page: StoredRecord[] = [];
  for (const record of call.portal.state.records(type).after(cursor)) {
    if ((record.archivedAt !== null) === archived) page.push(record);
    if (page.length > limit) break;
  }
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return answer(200, {
    results: shown.map((record) => show(call, type, record, asked)),
    ...(page.length > limit && last && { paging: { next: nextPage(call, type, last.id) } }),
  });
}

function nextPage(call: Call, type: ObjectType, after: string) {
  const query = new URLSearchParams(call.query);
  query.set('after', after);
  return { after, link: `https://api.hubapi.com/crm/objects/2026-09/${type.plural}?${query.toString()}` };
}

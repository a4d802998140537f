import type { AssociatedRecord, RecordKind } from '../../page/portal-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';
import { pagedKinds, pagedTypes } from './paged-types.ts';
import { recordName } from './record-name.ts';

const mostShown = 20;

/** The records with a page of their own that a record is tied to, as HubSpot shows them beside it. */
export function listAssociated(state: PortalState, kind: RecordKind, id: string): AssociatedRecord[] {
  return pagedKinds
    .filter((other) => other !== kind)
    .flatMap((other) =>
      state.associations
        .links(pagedTypes[kind], id, pagedTypes[other])
        .flatMap(({ toId }) => state.records(pagedTypes[other]).get(toId) ?? [])
        .filter(({ archivedAt }) => archivedAt === null)
        .slice(0, mostShown)
        .map((record) => ({
          kind: other,
          id: record.id,
          name: recordName(other, record),
          detail: detailOf(state, other, record),
        })),
    );
}

/** What tells a contact or a deal from others of the same name. */
function detailOf(state: PortalState, kind: RecordKind, record: StoredRecord): string | null {
  if (kind === 'contacts') return currentValue(record, 'jobtitle');
  const pipeline = state.pipelines.get(currentValue(record, 'pipeline') ?? '');
  const stageId = currentValue(record, 'dealstage');
  return pipeline?.stages.find(({ id }) => id === stageId)?.label ?? null;
}

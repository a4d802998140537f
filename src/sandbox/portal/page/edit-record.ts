import { err, ok, type Result } from '../../../kernel/result.ts';
import { personSource } from '../objects/app-source.ts';
import { checkValues, type PropertyFault } from '../objects/check-values.ts';
import { instantText } from '../objects/instant-text.ts';
import { dealType, type ObjectType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import { updateRecord } from '../objects/write-record.ts';
import type { Portal } from '../portal.ts';

/**
 * An edit by a person on a record page. As in HubSpot's own pages, and only there, moving an open deal to a closed
 * stage sets its close date to now unless the person set one.
 */
export function editRecord(
  portal: Portal,
  { type, record }: { type: ObjectType; record: StoredRecord },
  { userId, properties }: { userId: number; properties: Readonly<Record<string, string>> },
): Result<StoredRecord, readonly PropertyFault[]> {
  const checked = checkValues(portal.state, {
    type,
    values: properties,
    record,
    lenient: true,
  });
  if (!checked.ok) return err(checked.failure);
  const values =
    type === dealType && closesNow(portal, record, checked.value.values)
      ? { closedate: instantText(portal.businessClock.now()), ...checked.value.values }
      : checked.value.values;
  return ok(updateRecord(portal, { type, record, values, source: personSource(userId) }));
}

function closesNow({ state }: Portal, deal: StoredRecord, values: Readonly<Record<string, string>>): boolean {
  const pipeline = state.pipelines.get(values['pipeline'] ?? currentValue(deal, 'pipeline') ?? '');
  const stage = pipeline?.stages.find(({ id }) => id === values['dealstage']);
  const closed = stage !== undefined && [0, 1].includes(Number(stage.probability));
  return closed && currentValue(deal, 'hs_is_closed') !== 'true';
}

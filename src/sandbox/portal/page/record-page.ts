import type { PortalRecord, Property, PropertyOption, RecordKind } from '../../page/portal-types.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';
import { formatValue, personName, type FormatContext } from './format-value.ts';
import { listAssociated } from './list-associated.ts';
import { pagedTypes } from './paged-types.ts';
import { recordName } from './record-name.ts';

/** Everything that the record page shows of one record. */
export function recordPage(state: PortalState, kind: RecordKind, record: StoredRecord): PortalRecord {
  const type = pagedTypes[kind];
  const definitions = state
    .definitions(type)
    .values()
    .filter(({ archived, hidden }) => !archived && !hidden);
  const groups = state
    .groups(type)
    .values()
    .toSorted((a, b) => a.displayOrder - b.displayOrder);
  return {
    kind,
    id: record.id,
    name: recordName(kind, record),
    associated: listAssociated(state, kind, record.id),
    properties: Object.fromEntries(definitions.map(({ name }) => [name, currentValue(record, name)])),
    groups: groups.map(({ name, label }) => ({
      name,
      label,
      properties: definitions
        .filter(({ groupName }) => groupName === name)
        .map((definition) => showProperty(state, definition, record)),
    })),
  };
}

export function formatContext(state: PortalState, record: StoredRecord): FormatContext {
  const { timeZone, companyCurrency } = state.account;
  return {
    timeZone,
    companyCurrency,
    dealCurrency: currentValue(record, 'deal_currency_code') ?? companyCurrency,
    owner: (ownerId) => state.people.get(ownerId),
  };
}

function showProperty(state: PortalState, definition: PropertyDefinition, record: StoredRecord): Property {
  const { name, label, type, fieldType, modificationMetadata } = definition;
  const value = currentValue(record, name);
  const options = optionsFor(state, definition, record);
  return {
    name,
    label,
    type,
    fieldType,
    value,
    display: value === null ? null : formatValue(definition, value, formatContext(state, record)),
    readOnly: modificationMetadata.readOnlyValue,
    ...(options.length > 0 && { options }),
  };
}

/** What a person can choose: of the stages only those of the deal's own pipeline, of the owners only active ones. */
function optionsFor(
  state: PortalState,
  { name, options, referencedObjectType }: PropertyDefinition,
  record: StoredRecord,
): readonly PropertyOption[] {
  if (name === 'dealstage') {
    const pipeline = state.pipelines.get(currentValue(record, 'pipeline') ?? '');
    return (pipeline?.stages ?? []).map(({ id, label }) => ({ value: id, label }));
  }
  if (referencedObjectType !== 'OWNER') return options.map(({ value, label }) => ({ value, label }));
  return state.people
    .values()
    .filter(({ archived }) => !archived)
    .map((person) => ({ value: person.ownerId, label: personName(person) }));
}

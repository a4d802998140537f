import type { DealRecord, Property, PropertyOption } from '../../page/portal-types.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { dealType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';
import { formatValue, personName, type FormatContext } from './format-value.ts';

/** Everything that the record page shows of one deal. */
export function dealPage(state: PortalState, deal: StoredRecord): DealRecord {
  const definitions = state
    .definitions(dealType)
    .values()
    .filter(({ archived, hidden }) => !archived && !hidden);
  const groups = state
    .groups(dealType)
    .values()
    .toSorted((a, b) => a.displayOrder - b.displayOrder);
  return {
    id: deal.id,
    name: currentValue(deal, 'dealname') ?? '',
    properties: Object.fromEntries(definitions.map(({ name }) => [name, currentValue(deal, name)])),
    groups: groups.map(({ name, label }) => ({
      name,
      label,
      properties: definitions
        .filter(({ groupName }) => groupName === name)
        .map((definition) => showProperty(state, definition, deal)),
    })),
  };
}

export function formatContext(state: PortalState, deal: StoredRecord): FormatContext {
  const { timeZone, companyCurrency } = state.account;
  return {
    timeZone,
    companyCurrency,
    dealCurrency: currentValue(deal, 'deal_currency_code') ?? companyCurrency,
    owner: (ownerId) => state.people.get(ownerId),
  };
}

function showProperty(state: PortalState, definition: PropertyDefinition, deal: StoredRecord): Property {
  const { name, label, type, fieldType, modificationMetadata } = definition;
  const value = currentValue(deal, name);
  const options = optionsFor(state, definition, deal);
  return {
    name,
    label,
    type,
    fieldType,
    value,
    display: value === null ? null : formatValue(definition, value, formatContext(state, deal)),
    readOnly: modificationMetadata.readOnlyValue,
    ...(options.length > 0 && { options }),
  };
}

/** What a person can choose: of the stages only those of the deal's own pipeline, of the owners only active ones. */
function optionsFor(
  state: PortalState,
  { name, options, referencedObjectType }: PropertyDefinition,
  deal: StoredRecord,
): readonly PropertyOption[] {
  if (name === 'dealstage') {
    const pipeline = state.pipelines.get(currentValue(deal, 'pipeline') ?? '');
    return (pipeline?.stages ?? []).map(({ id, label }) => ({ value: id, label }));
  }
  if (referencedObjectType !== 'OWNER') return options.map(({ value, label }) => ({ value, label }));
  return state.people
    .values()
    .filter(({ archived }) => !archived)
    .map((person) => ({ value: person.ownerId, label: personName(person) }));
}

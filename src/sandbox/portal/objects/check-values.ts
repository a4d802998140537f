import { err, ok, type Result } from '../../../kernel/result.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { PortalState } from '../state/portal-state.ts';
import { normalizeValue } from './normalize-value.ts';
import { relaxDate } from './relax-date.ts';
import { dealType, type ObjectType } from './object-types.ts';
import { currentValue, type StoredRecord } from './stored-record.ts';

/** Why HubSpot refuses a value; `code` is HubSpot's. */
export interface PropertyFault {
  readonly property: string;
  readonly code: string;
  readonly message: string;
}

/** What HubSpot says of a value that it took in another form than it came in. */
export interface WriteWarning {
  readonly category: 'PROPERTY_VALUE_NORMALIZED';
  readonly message: string;
  readonly context: Readonly<Record<'propertyName' | 'rawValue' | 'normalizedValue', readonly string[]>>;
}

export interface CheckedValues {
  /** What is stored, an empty text for a cleared value. */
  readonly values: Readonly<Record<string, string>>;
  readonly warnings: readonly WriteWarning[];
}

/** Checks values that a caller wants to write. With `lenient`, dates in odd forms are taken with a warning. */
export function checkValues(
  state: PortalState,
  {
    type,
    values,
    record,
    lenient,
  }: {
    type: ObjectType;
    values: Readonly<Record<string, string>>;
    record: StoredRecord | null;
    lenient: boolean;
  },
): Result<CheckedValues, readonly PropertyFault[]> {
  const faults: PropertyFault[] = [];
  const warnings: WriteWarning[] = [];
  const accepted: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const definition = state.definitions(type).get(name);
    const checked =
      definition === undefined || definition.archived
        ? err({ code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` })
        : checkDate(definition, value, { lenient, warnings }, (date) => checkValue(state, definition, date));
    if (checked.ok) accepted[name] = checked.value;
    else faults.push({ property: name, ...checked.failure });
  }
  if (faults.length === 0 && type === dealType) faults.push(...stageFaults(state, accepted, record));
  return faults.length === 0 ? ok({ values: accepted, warnings }) : err(faults);
}

function checkDate(
  definition: PropertyDefinition,
  value: string,
  { lenient, warnings }: { lenient: boolean; warnings: WriteWarning[] },
  check: (value: string) => Result<string, { code: string; message: string }>,
): Result<string, { code: string; message: string }> {
  const relaxed = definition.modificationMetadata.readOnlyValue ? null : relaxDate(definition, value.trim());
  if (relaxed === null) return check(value);
  if (!lenient) return err({ code: 'INVALID_DATE', message: `${value} was not a valid date.` });
  const checked = check(relaxed);
  if (checked.ok) {
    warnings.push({
      category: 'PROPERTY_VALUE_NORMALIZED',
      message: `The value of ${definition.name} was normalized`,
      context: {
        propertyName: [definition.name],
        rawValue: [value],
        normalizedValue: [checked.value],
      },
    });
  }
  return checked;
}

function checkValue(
  state: PortalState,
  definition: PropertyDefinition,
  value: string,
): Result<string, { code: string; message: string }> {
  if (definition.modificationMetadata.readOnlyValue) {
    const message = `"${definition.name}" is a read only property; its value cannot be set.`;
    return err({ code: 'READ_ONLY_VALUE', message });
  }
  const trimmed = definition.type === 'string' ? value : value.trim();
  if (trimmed === '') return ok('');
  if (definition.referencedObjectType === 'OWNER') {
    const unknown = trimmed.split(';').find((id) => id !== '' && state.people.get(id) === undefined);
    if (unknown === undefined) return ok(trimmed);
    return err({ code: 'INVALID_OWNER_ID', message: `${unknown} is not a valid owner ID` });
  }
  return normalizeValue(definition, trimmed);
}

/** A deal's stage must belong to its pipeline, also when only one of the two is written. */
function stageFaults(
  state: PortalState,
  values: Readonly<Record<string, string>>,
  record: StoredRecord | null,
): readonly PropertyFault[] {
  if (values['dealstage'] === undefined && values['pipeline'] === undefined) return [];
  const pipelineId = values['pipeline'] ?? (record && currentValue(record, 'pipeline')) ?? '';
  const stageId = values['dealstage'] ?? (record && currentValue(record, 'dealstage')) ?? '';
  const stages = state.pipelines.get(pipelineId)?.stages ?? [];
  if (stages.some(({ id }) => id === stageId)) return [];
  const allowed = stages.map(({ id }) => id).join(', ');
  return [
    {
      property: 'dealstage',
      code: 'INVALID_OPTION',
      message: `${stageId} was not one of the allowed options of pipeline ${pipelineId}: [${allowed}]`,
    },
  ];
}

import { err, ok, type Result } from '../../../kernel/result.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { instantText } from './instant-text.ts';

type Fault = { readonly code: string; readonly message: string };

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Brings a non-empty value into the form that HubSpot stores and prints, or says why it cannot be one. */
export function normalizeValue(definition: PropertyDefinition, value: string): Result<string, Fault> {
  switch (definition.type) {
    case 'string':
      return ok(value);
    case 'number':
      if (decimal.test(value)) return ok(value);
      return err({ code: 'INVALID_DOUBLE', message: `${value} was not a valid number.` });
    case 'datetime':
      return readInstant(value);
    case 'date': {
      const instant = readInstant(value);
      return instant.ok ? ok(instant.value.slice(0, 10)) : instant;
    }
    case 'bool':
    case 'enumeration':
      return chosen(definition, value);
  }
}

/** Accepts epoch milliseconds, an ISO instant or a calendar date, which means its midnight in UTC. */
function readInstant(value: string): Result<string, Fault> {
  const readable = /^-?\d+$/.test(value) ? Number(value) : isDateText(value) ? Date.parse(value) : Number.NaN;
  const instant = new Date(readable);
  if (!Number.isNaN(instant.getTime())) return ok(instantText(instant));
  return err({ code: 'INVALID_DATE', message: `${value} was not a valid date.` });
}

function isDateText(value: string): boolean {
  if (!calendarDate.test(value)) return isoInstant.test(value);
  // Date.parse rolls 30 February over into March.
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}

function chosen(definition: PropertyDefinition, value: string): Result<string, Fault> {
  const allowed = definition.options.map((option) => option.value);
  const values =
    definition.fieldType === 'checkbox' ? value.split(';').filter((part) => part !== '') : [value];
  const strange = values.find((part) => !allowed.includes(part));
  if (strange === undefined) return ok(value);
  const message = `${strange} was not one of the allowed options: [${allowed.join(', ')}]`;
  return err({ code: 'INVALID_OPTION', message });
}

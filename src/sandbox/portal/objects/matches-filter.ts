import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { SearchFilter } from './search-filter.ts';

type PropertyType = PropertyDefinition['type'];

/** Whether a property's current value passes one search filter, compared as HubSpot compares values of its type. */
export function matchesFilter(value: string | null, filter: SearchFilter, type: PropertyType): boolean {
  const { operator } = filter;
  if (operator === 'HAS_PROPERTY') return value !== null;
  if (operator === 'NOT_HAS_PROPERTY') return value === null;
  // HubSpot's negations also find records without a value.
  if (value === null) return operator === 'NEQ' || operator === 'NOT_IN' || operator === 'NOT_CONTAINS_TOKEN';
  const own = comparable(value, type);
  const asked = filter.value === undefined ? undefined : comparable(filter.value, type);
  switch (operator) {
    case 'EQ':
      return own === asked;
    case 'NEQ':
      return own !== asked;
    case 'LT':
      return asked !== undefined && own < asked;
    case 'LTE':
      return asked !== undefined && own <= asked;
    case 'GT':
      return asked !== undefined && own > asked;
    case 'GTE':
      return asked !== undefined && own >= asked;
    case 'BETWEEN': {
      const high = filter.highValue === undefined ? undefined : comparable(filter.highValue, type);
      return asked !== undefined && high !== undefined && own >= asked && own <= high;
    }
    case 'IN':
      return listed(own, filter.values, type);
    case 'NOT_IN':
      return !listed(own, filter.values, type);
    case 'CONTAINS_TOKEN':
      return holdsToken(value, filter.value ?? '');
    case 'NOT_CONTAINS_TOKEN':
      return !holdsToken(value, filter.value ?? '');
  }
}

function comparable(value: string, type: PropertyType): number | string {
  if (type === 'number') return Number(value);
  if (type === 'date' || type === 'datetime')
    return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return type === 'string' ? value.toLowerCase() : value;
}

/** Values of a string property must be sent in lower case: they are compared with the value's lower-case form as they are. */
function listed(own: number | string, values: readonly string[] | undefined, type: PropertyType): boolean {
  return (values ?? []).some((value) => (type === 'string' ? value : comparable(value, type)) === own);
}

/** `*` stands for any run of letters of a word. */
function holdsToken(value: string, pattern: string): boolean {
  const tokens = value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const escaped = pattern
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  return tokens.some((token) => new RegExp(`^${escaped}$`, 'u').test(token));
}

import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { instantText } from './instant-text.ts';

const dayInMilliseconds = 86_400_000;
const secondEpoch = /^\d{10}$/;
const instantOfDay = /^\d{4}-\d{2}-\d{2}T/;

/**
 * The form of a date in which the older versions of the API want it: a `date` as a day or as epoch milliseconds of its
 * midnight in UTC, either kind of time in milliseconds, not seconds. Null when the value has that form already, or none.
 */
export function relaxDate({ type }: Pick<PropertyDefinition, 'type'>, value: string): string | null {
  if (type !== 'date' && type !== 'datetime') return null;
  const seconds = secondEpoch.test(value);
  if (type === 'datetime') return seconds ? instantText(new Date(Number(value) * 1_000)) : null;
  if (!seconds && !/^-?\d+$/.test(value) && !instantOfDay.test(value)) return null;
  const instant = seconds
    ? Number(value) * 1_000
    : instantOfDay.test(value)
      ? Date.parse(value)
      : Number(value);
  const isDay = !seconds && !instantOfDay.test(value) && instant % dayInMilliseconds === 0;
  return isDay || Number.isNaN(new Date(instant).getTime())
    ? null
    : new Date(instant).toISOString().slice(0, 10);
}

import type { Fault } from '../../../kernel/fault.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { TimePolicy } from './types.ts';

/** The target as ops typed it; refused with every field out of its range. */
export function readTimePolicy(typed: TimePolicy): Result<TimePolicy, Fault[]> {
  const faults = [
    ...check('weekHours', typed.weekHours, 1, 60, 'hours'),
    ...check('percent', typed.percent, 1, 100, 'percent'),
  ];
  return faults.length > 0 ? err(faults) : ok(typed);
}

function check(field: keyof TimePolicy, value: number, least: number, most: number, unit: string): Fault[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [{ field, message: `Give a whole number of ${unit} from ${least} to ${most}.` }];
}

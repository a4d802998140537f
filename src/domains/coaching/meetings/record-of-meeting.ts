import type { Pair } from '../agenda/pair-facts.ts';

/** Numbers of 1:1s have four digits, so that no two managers' records share an id. */
const DIGITS = 4;

/** Notes about a 1:1 stand beside a record of this id: its manager and its number among the 1:1s of the two. */
export function recordOfMeeting({ managerId }: Pick<Pair, 'managerId'>, number: number): string {
  return `${managerId}${String(number).padStart(DIGITS, '0')}`;
}

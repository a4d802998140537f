import * as z from 'zod';
import { err, ok } from '../kernel/result.ts';
import { optionalDay, optionalText, optionally } from './fields.ts';
import type { Reading } from './reading.ts';
import { readFixedFile } from './read-fixed-file.ts';
import type { Lined } from './read-rows.ts';

const LONGEST_RAMP = 36;

const rampMonths = optionally((text) => {
  const months = Number(text);
  if (Number.isInteger(months) && months >= 0 && months <= LONGEST_RAMP) return ok(months);
  return err(`"${text}" is no number of months; write a whole number from 0 to ${LONGEST_RAMP}`);
});

const personSchema = z
  .object({
    email: z.string().toLowerCase().pipe(z.email('is no e-mail address; write the one that HubSpot knows')),
    name: optionalText,
    team: optionalText,
    manager: optionalText,
    start: optionalDay,
    end: optionalDay,
    ramp_months: rampMonths,
  })
  .refine(({ start, end }) => start === null || end === null || start <= end, {
    path: ['end'],
    error: 'is before start; correct one of them',
  })
  .refine(({ start, ramp_months }) => start !== null || ramp_months === null, {
    path: ['start'],
    error: 'is empty; a ramp needs the day it began',
  })
  .transform(({ ramp_months, ...rest }) => ({ ...rest, rampMonths: ramp_months }));

/** One person: `start` and `end` are the first and the last day (`YYYY-MM-DD`), `manager` an e-mail address or name. */
export type PersonRow = z.output<typeof personSchema>;

/** Reads people: `email,name,team,manager,start,end,ramp_months`, one row for each, managers and directors too. */
export function readPeople(text: string): Reading<Lined<PersonRow>> {
  return readFixedFile(text, {
    required: ['email'],
    optional: ['name', 'team', 'manager', 'start', 'end', 'ramp_months'],
    schema: personSchema,
    keyOf: ({ email }) => email,
  });
}

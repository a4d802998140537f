import * as z from 'zod';
import { personSource } from '../objects/app-source.ts';
import { survivorOf } from '../objects/merge-records.ts';
import { findObjectType, type ObjectType } from '../objects/object-types.ts';
import type { ChangeSource, StoredRecord } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';

/** Something that a person does in HubSpot's own pages, or that befalls the portal: what it needs, and what it does. */
export interface Action<Schema extends z.ZodType, Outcome> {
  readonly request: Schema;
  readonly run: (portal: Portal, request: z.infer<Schema>) => Outcome;
}

export function action<Schema extends z.ZodType, Outcome>(
  request: Schema,
  run: (portal: Portal, request: z.infer<Schema>) => Outcome,
): Action<Schema, Outcome> {
  return { request, run };
}

/** A lever that was pulled at something that is not there, or that HubSpot would refuse; the sentence says why. */
export class Refused extends Error {}

/** A type of record by any of its names; deals unless told. */
export const objectType = z
  .string()
  .default('deals')
  .transform((name, context): ObjectType => {
    const type = findObjectType(name);
    if (type) return type;
    context.addIssue({ code: 'custom', message: `there are no ${name}` });
    return z.NEVER;
  });

/** Who does it; the portal's super admin unless told. */
export const userId = z.number().int().optional();

export const values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? '')),
);

export function personOf(portal: Portal, asked: number | undefined): ChangeSource {
  const admin = portal.state.people.values().find(({ superAdmin, archived }) => superAdmin && !archived);
  return personSource(asked ?? admin?.userId ?? 0);
}

/** A record, archived or not, under whatever id a merge has left it. */
export function recordOf(portal: Portal, type: ObjectType, id: string): StoredRecord {
  const record = portal.state.records(type).get(survivorOf(portal, type, id));
  if (record) return record;
  throw new Refused(`there is no ${type.label.toLowerCase()} ${id}`);
}

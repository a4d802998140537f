import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { associate, defaultTypes, type Ends } from '../objects/associate.ts';
import { associationType, type AssociationType } from '../objects/association-types.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { isThere, namedTypes, readTypes } from './association-call.ts';
import { recordId } from './object-call.ts';
import { invalid, refuse } from '../http/answer.ts';

/** The ties that a new record is born with. */
export const inlineAssociations = z
  .array(z.object({ to: z.object({ id: recordId }), types: namedTypes.min(1) }))
  .nullish()
  .transform((associations) => associations ?? []);
export type InlineAssociations = z.infer<typeof inlineAssociations>;

interface WantedTie {
  readonly to: ObjectType;
  readonly toId: string;
  readonly types: readonly AssociationType[];
}

/** What the ties mean, or why HubSpot would not have them: a wrong kind, or nobody at the other end. */
export function readInline(
  call: Call,
  from: ObjectType,
  named: InlineAssociations,
): Result<readonly WantedTie[], Answer> {
  const wanted: WantedTie[] = [];
  for (const { to: target, types } of named) {
    const to = associationType(types[0]?.associationTypeId ?? 0)?.to;
    if (!to) return err(invalid(`${String(types[0]?.associationTypeId)} is not a valid association type`));
    const read = readTypes(types, from, to);
    if (!read.ok) return read;
    if (!isThere(call, to, target.id)) {
      const context = { INVALID_OBJECT_IDS: [target.id] };
      const message = 'One or more associations are invalid';
      return err(refuse(400, { message, category: 'VALIDATION_ERROR', context }));
    }
    wanted.push({ to, toId: target.id, types: read.value });
  }
  return ok(wanted);
}

/** A tie to a company also becomes the primary one when there is none yet. */
export function tie({ portal }: Call, from: ObjectType, fromId: string, wanted: readonly WantedTie[]): void {
  for (const { to, toId, types } of wanted) {
    const ends: Ends = { from, fromId, to, toId };
    const primary = defaultTypes(portal, ends).filter((type) => type.primary && !types.includes(type));
    associate(portal, { ...ends, types: [...types, ...primary], source: appSource(portal.app) });
  }
}

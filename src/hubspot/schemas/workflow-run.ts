import * as z from 'zod';

/** HubSpot's name for one run of an action on one record: letters, digits, hyphens and the like. */
const callbackId = z.string().regex(/^[\w.:-]{1,200}$/);
/** A record's id is a number here; one that is none would stay in the store as a record that is never found. */
const recordId = z
  .union([z.int().min(1), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{0,19}$/));
/** What was typed, or what a property of the record holds. */
const field = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : String(value)));

/** What HubSpot posts when a workflow comes to an action of ours, as far as it is read. */
export const workflowRun = z
  .object({
    callbackId,
    origin: z.object({ portalId: z.int().min(1) }),
    object: z.object({ objectId: recordId, objectType: z.string() }),
    inputFields: z.record(z.string(), field).optional(),
    /** As `inputFields` was called before. */
    fields: z.record(z.string(), field).optional(),
  })
  .transform(({ callbackId: id, origin, object, inputFields, fields }) => ({
    callbackId: id,
    portalId: origin.portalId,
    /** In lower case: `deal`, `contact`. */
    objectType: object.objectType.toLowerCase(),
    objectId: object.objectId,
    fields: new Map(Object.entries(inputFields ?? fields ?? {})),
  }));
export type WorkflowRun = z.infer<typeof workflowRun>;

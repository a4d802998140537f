import * as z from 'zod';

/** An id, which HubSpot gives as a string in most places and as a number in some; ours are strings. */
export const id = z.union([z.string().min(1), z.number().int()]).transform(String);

/** A field that HubSpot leaves out, or sends as null, when it is empty. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

/** A decimal, kept as text so that it never passes through arithmetic on binary floats. */
export const decimal = z.union([z.string(), z.number()]).transform(String);

/** The values of a record: text whatever their type, null when empty. */
export const propertyValues = z.record(z.string(), z.string().nullable());

/** For calls whose answer says nothing that we use. */
export const nothing = z.unknown().transform(() => undefined);

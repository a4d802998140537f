import * as z from 'zod';
import { optionalText } from './fields.ts';

/** The definition of a property. */
export const property = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: optionalText,
  description: optionalText,
  options: z
    .array(z.object({ label: z.string(), value: z.string(), hidden: z.boolean().default(false) }))
    .nullish()
    .transform((options) => options ?? []),
  calculated: z.boolean().default(false),
  archived: z.boolean().default(false),
  modificationMetadata: z.object({ readOnlyValue: z.boolean().default(false) }).optional(),
});
export type Property = z.infer<typeof property>;

export const propertyGroup = z.object({ name: z.string(), label: z.string() });
export type PropertyGroup = z.infer<typeof propertyGroup>;

import * as z from 'zod';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** One condition of a search, as it comes in the request. */
export const searchFilter = z.object({
  propertyName: z.string(),
  operator: z.enum([
    'EQ',
    'NEQ',
    'LT',
    'LTE',
    'GT',
    'GTE',
    'BETWEEN',
    'IN',
    'NOT_IN',
    'HAS_PROPERTY',
    'NOT_HAS_PROPERTY',
    'CONTAINS_TOKEN',
    'NOT_CONTAINS_TOKEN',
  ]),
  value: text.optional(),
  highValue: text.optional(),
  values: z.array(text).optional(),
});
export type SearchFilter = z.infer<typeof searchFilter>;

import * as z from 'zod';
import { id } from './fields.ts';

const share = z
  .object({
    properties: z.object({
      hubspot_owner_id: z.string().nullish(),
      hs_deal_split_percentage: z.string().nullish(),
    }),
  })
  .transform(({ properties }) => ({
    /** Empty where somebody was taken off. */
    ownerId: properties.hubspot_owner_id ?? '',
    /** A fraction, up to 8 decimals; the shares of a deal sum to 1. */
    percentage: properties.hs_deal_split_percentage ?? '0',
  }));

/** Who gets how much credit for a deal. */
export const dealSplit = z
  .object({ id, splits: z.array(share) })
  .transform(({ id: dealId, splits }) => ({ dealId, shares: splits }));
export type DealSplit = z.infer<typeof dealSplit>;

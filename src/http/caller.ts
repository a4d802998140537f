import * as z from 'zod';
import type { Portal } from '../kernel/portal.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from './refusal.ts';

/** Who asks, as HubSpot signed it; nothing that the card itself says can change it. */
export interface Caller {
  readonly portal: Portal;
  readonly userId: string;
  /** Holds the role ops in this portal. */
  readonly isOps: boolean;
}

const identity = z.object({
  portalId: z.coerce.number().int().positive(),
  userId: z.string().regex(/^[1-9]\d{0,19}$/),
  userEmail: z.string(),
  appId: z.coerce.number().int().positive(),
});

export type SignedIdentity = z.infer<typeof identity>;

export const identityNames = Object.keys(identity.shape);

/**
 * Reads the identity parameters that HubSpot appends to a card's request, from the query whose signature has been
 * verified. Each must occur exactly once: a second value could only have been put there by the card.
 */
export function readIdentity(query: URLSearchParams, appId: number): Result<SignedIdentity, Refusal> {
  for (const name of identityNames) {
    if (query.getAll(name).length !== 1) {
      return err({
        code: 'bad_request',
        message: `The request must carry ${name} exactly once.`,
        field: name,
      });
    }
  }
  const parsed = identity.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    return err({ code: 'bad_request', message: 'The identity in the request cannot be read.' });
  }
  if (parsed.data.appId !== appId) {
    return err({ code: 'bad_request', message: 'The request was meant for another app.', field: 'appId' });
  }
  return ok(parsed.data);
}

import * as z from 'zod';

/** What the token endpoint grants. `expires_in` is in seconds. */
export const tokenGrant = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    expires_in: z.number().positive(),
    hub_id: z.number().int().optional(),
    user_id: z.number().int().optional(),
    scopes: z.array(z.string()).optional(),
  })
  .transform((grant) => ({
    accessToken: grant.access_token,
    refreshToken: grant.refresh_token,
    expiresInMs: grant.expires_in * 1000,
    portalId: grant.hub_id ?? null,
    userId: grant.user_id === undefined ? null : String(grant.user_id),
    scopes: grant.scopes ?? null,
  }));
export type TokenGrant = z.infer<typeof tokenGrant>;

/** Who and what a token stands for; null for a token that is not valid (any more). */
export const tokenFacts = z
  .discriminatedUnion('active', [
    z.object({ active: z.literal(false) }),
    z.object({
      active: z.literal(true),
      app_id: z.number().int().optional(),
      hub_id: z.number().int(),
      hub_domain: z.string().optional(),
      user: z.string().optional(),
      user_id: z.number().int().optional(),
      scopes: z.array(z.string()),
    }),
  ])
  .transform((facts) =>
    facts.active
      ? {
          appId: facts.app_id ?? null,
          portalId: facts.hub_id,
          portalDomain: facts.hub_domain ?? null,
          userEmail: facts.user ?? null,
          userId: facts.user_id === undefined ? null : String(facts.user_id),
          scopes: facts.scopes,
        }
      : null,
  );
export type TokenFacts = NonNullable<z.infer<typeof tokenFacts>>;

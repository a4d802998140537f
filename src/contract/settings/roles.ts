import * as z from 'zod/mini';

const userId = z.string().check(z.regex(/^[1-9]\d{0,19}$/));

export const rolesView = z.strictObject({
  /** What ops may do, and what not: "Ops run these settings and see every figure; never coaching text." */
  explanation: z.string(),
  ops: z.array(
    z.strictObject({
      userId: z.string(),
      name: z.string(),
      isYou: z.boolean(),
      /** "since 3 Oct 2026, from Olga Ruiz". */
      since: z.string(),
      /** False for the last one. */
      mayWithdraw: z.boolean(),
    }),
  ),
  candidates: z.array(z.strictObject({ userId: z.string(), name: z.string() })),
});
export type RolesView = z.infer<typeof rolesView>;

export const roleRequest = z.strictObject({ userId });
export type RoleRequest = z.infer<typeof roleRequest>;

export const auditRequest = z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,16}$/))) });
export type AuditRequest = z.infer<typeof auditRequest>;

/** What was done in this portal, the newest first. */
export const auditView = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.string(),
      atLabel: z.string(),
      who: z.string(),
      action: z.string(),
      details: z.string(),
    }),
  ),
  after: z.nullable(z.string()),
});
export type AuditView = z.infer<typeof auditView>;

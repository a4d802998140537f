import * as z from 'zod';

/**
 * Every job there is, with its payload. A job says only that a portal has work; what the work is stands in the tables, so a
 * lost or doubled job changes nothing.
 */
export const catalogue = {
  'pull-portal': z.strictObject({ portalId: z.int().positive() }),
  'work-portal': z.strictObject({ portalId: z.int().positive() }),
  /** Asks for a pass over every portal of which events wait: whoever stored them may have been killed before asking. */
  'sweep-portals': z.strictObject({}),
  /** Asks for a review of every connected portal, so that one that fails holds up none. */
  'review-portals': z.strictObject({}),
  'review-portal': z.strictObject({ portalId: z.int().positive() }),
  /** Prepares the agendas of tomorrow's 1:1s, once it is evening there. */
  'prepare-agendas': z.strictObject({ portalId: z.int().positive() }),
  /** Compares a portal with HubSpot and repairs what webhooks missed. */
  'reconcile-portal': z.strictObject({ portalId: z.int().positive() }),
  /** Asks for the pulse's quarters to be tended in every portal where one is over or begins. */
  'tend-pulses': z.strictObject({}),
  'tend-pulse': z.strictObject({ portalId: z.int().positive() }),
  /** Forgets what has been kept long enough. */
  'forget-old': z.strictObject({}),
} as const;

export type JobName = keyof typeof catalogue;
export type JobPayload<Name extends JobName> = z.infer<(typeof catalogue)[Name]>;
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> };

import * as z from 'zod/mini';
import { syncProgress } from './sync.ts';

export const setupStepId = z.enum([
  'connected',
  'read',
  'history',
  'dataGaps',
  'hierarchy',
  'quotas',
  'sharing',
  'write',
  'cards',
  'invite',
]);
export type SetupStepId = z.infer<typeof setupStepId>;

const setupStep = z.strictObject({
  id: setupStepId,
  /** "Connected to Harbour Instruments", "Read 12,480 deals", "What your history says", … */
  title: z.string(),
  /** `waiting`: an earlier step comes first; `running`: ends by itself; `optional`: may be left open. */
  state: z.enum(['done', 'running', 'open', 'waiting', 'optional']),
  /** What it found, or what to do; one or two sentences. */
  sentence: z.string(),
  /** Ticked by hand through `/settings/setup/confirm`; the others tick by themselves. */
  mayConfirm: z.boolean(),
  /** When it was ticked, "24 Nov, 10:42"; null while it is not, or when nobody noted it. */
  doneLabel: z.nullable(z.string()),
});
export type SetupStep = z.infer<typeof setupStep>;

/** The first run, in order, and later the same list as a check. */
export const setupView = z.strictObject({
  portalName: z.string(),
  isReady: z.boolean(),
  /** "You are ready." or "3 of 10 steps are left." */
  headline: z.string(),
  steps: z.array(setupStep),
  /** While deals are read; null otherwise. */
  progress: z.nullable(syncProgress),
  /** Each card, and whether somebody has seen it on a record since it was placed. */
  cards: z.array(
    z.strictObject({
      uid: z.string(),
      name: z.string(),
      place: z.string(),
      seenLabel: z.nullable(z.string()),
    }),
  ),
  /** Whom to invite, and the words to send; managers are those to whom somebody reports. */
  invitation: z.strictObject({ managers: z.array(z.string()), text: z.string() }),
});
export type SetupView = z.infer<typeof setupView>;

/** Steps that are ticked by hand. */
export const setupConfirmRequest = z.strictObject({
  step: z.enum(['dataGaps', 'hierarchy', 'quotas', 'sharing', 'cards', 'invite']),
});
export type SetupConfirmRequest = z.infer<typeof setupConfirmRequest>;

/** How the last periods would have been forecast, and how they ended. */
export const historyView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measured'),
    /** "Your weighted pipeline missed the last four quarters by 29 %; Sideline would have missed by 6 %." */
    sentence: z.string(),
    periods: z.array(
      z.strictObject({
        label: z.string(),
        /** Deals that were open on its first day. */
        deals: z.number(),
        /** What came of them by its end, what the pipeline's percentages said, what Sideline would have said. */
        actual: z.string(),
        pipeline: z.string(),
        sideline: z.string(),
        /** The same as plain numbers in whole units of the company currency, for a chart. */
        values: z.strictObject({ actual: z.number(), pipeline: z.number(), sideline: z.number() }),
      }),
    ),
    /** How it was counted and what it leaves out, a sentence a line. */
    remarks: z.array(z.string()),
    asOfLabel: z.string(),
  }),
  z.strictObject({ kind: z.literal('notEnough'), sentence: z.string() }),
  z.strictObject({ kind: z.literal('waiting'), sentence: z.string() }),
]);
export type HistoryView = z.infer<typeof historyView>;

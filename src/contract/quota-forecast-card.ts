import * as z from 'zod/mini';

/** What the quota and forecast card asks: HubSpot adds the signed identity parameters to the same query. */
export const quotaForecastRequest = z.strictObject({
  dealId: z.string().check(z.regex(/^[1-9]\d{0,19}$/)),
  /** HubSpot's name for where the card stands, `crm.record.tab`: the first time ticks the step of the set-up. */
  place: z.optional(z.string().check(z.maxLength(40))),
});
export type QuotaForecastRequest = z.infer<typeof quotaForecastRequest>;

/** The what-if asks the same question for an invented amount (a plain decimal in the deal's currency) and close date. */
export const whatIfRequest = z.strictObject({
  dealId: z.string().check(z.regex(/^[1-9]\d{0,19}$/)),
  amount: z.string().check(z.regex(/^\d{1,13}(\.\d{1,4})?$/)),
  closeDate: z.iso.date(),
});
export type WhatIfRequest = z.infer<typeof whatIfRequest>;

/** A share shown to people: `value` is a fraction rounded to whole percent, `text` is what to print, "71 %". */
const share = z.strictObject({ value: z.number(), text: z.string() });
export type Share = z.infer<typeof share>;

/** Where the person stands in the period. */
const standing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measured'),
    /** "You are at 71 %" or "Ana Ruiz is at 71 %". */
    headline: z.string(),
    attainment: share,
    /** "213,000 of 300,000 EUR". */
    progress: z.string(),
    /** "On pace for 84 %"; null on the first working day, when there is no pace yet. */
    pace: z.nullable(z.string()),
    /** "6,200 EUR a working day needed, you run at 5,100"; null when the quota is met. */
    needed: z.nullable(z.string()),
    /** True where nobody has set a quota and Sideline proposes one. */
    isExampleQuota: z.boolean(),
    /** "Ramping: month 2 of 6, quota reduced to 33 %", "Includes -12,000 EUR of a deal reopened", …; may be empty. */
    remarks: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('notSetUp'),
    /** "Sideline has no quota for Ana Ruiz yet." and what to do next. */
    headline: z.string(),
    nextStep: z.string(),
  }),
]);
export type Standing = z.infer<typeof standing>;

/** What this deal does for the person's attainment. */
const contribution = z.strictObject({
  /** "24,000 EUR · would take you to 79 %", "Won: 24,000 EUR counted in Q4 2026", "No amount yet". */
  sentence: z.string(),
  /** "Your credit is 60 % of this deal", "Closes in Q1 2027, so it adds to that period"; null when there is nothing to say. */
  remark: z.nullable(z.string()),
});

/** How likely the deal is to be won by the end of the period; absent with a reason, never zero, when unknown. */
const likelihood = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('estimated'),
    probability: share,
    /** "Likely this quarter". */
    label: z.string(),
    /** "15 of 40 deals like this were won in time". */
    evidence: z.string(),
    /** Which method: the pipeline's own percentage, cells shrunken to the stage, or cells of the portal's history in full. */
    basis: z.enum(['pipeline', 'shrunken', 'cells']),
    /** Amount times probability, "9,120 EUR"; null without an amount. */
    forecastAmount: z.nullable(z.string()),
    /** How the number came about, a sentence a line; opened by "Why?". */
    explanation: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('none'), sentence: z.string() }),
]);
export type Likelihood = z.infer<typeof likelihood>;

export const quotaForecastView = z.strictObject({
  /** Who looks: decides what the service put in, never what the card hides. */
  viewer: z.enum(['owner', 'splitPartner', 'manager', 'colleague']),
  /** "Q4 2026". */
  periodLabel: z.string(),
  /** "as of 24 Nov, 10:42". */
  asOfLabel: z.string(),
  dealName: z.string(),
  /** Null for a colleague, and on a deal without an owner. */
  standing: z.nullable(standing),
  contribution: z.nullable(contribution),
  /** The deal's own facts, for everybody: "24,000 EUR · Negotiation · closes 30 Dec 2026". */
  dealFacts: z.string(),
  likelihood: likelihood,
  /** Where the what-if starts; null where it makes no sense (closed deal, no quota, colleague). */
  whatIf: z.nullable(
    z.strictObject({
      /** A plain decimal in the deal's currency; null on a deal without an amount. */
      amount: z.nullable(z.string()),
      currency: z.string(),
      closeDate: z.nullable(z.iso.date()),
    }),
  ),
  /** "Seen by you, Maria Lang (your manager) and ops." */
  audience: z.string(),
});
export type QuotaForecastView = z.infer<typeof quotaForecastView>;

export const whatIfView = z.strictObject({
  /** "Close this at 24,000 EUR by 30 Dec: 71 → 79 %; then 4,900 EUR a working day." */
  sentence: z.string(),
  /** The resulting attainment of the period that the invented date falls in. */
  attainment: share,
  /** Set when the date lies in another period than the card's: "Counts in Q1 2027". */
  remark: z.nullable(z.string()),
});
export type WhatIfView = z.infer<typeof whatIfView>;

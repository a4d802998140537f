import * as z from 'zod/mini';

/** The home page's Team tab takes nothing: who asks decides who is in it. */
export const homeTeamRequest = z.strictObject({});
export type HomeTeamRequest = z.infer<typeof homeTeamRequest>;

/** A share shown to people: `value` is a fraction rounded to whole percent, `text` is what to print, "71 %". */
const share = z.strictObject({ value: z.number(), text: z.string() });

/** Everybody together, a team with everybody below it, or a person. */
const row = z.strictObject({
  /** `everybody`, `team 10` or an owner's id: what the deals behind a figure are asked for. */
  subject: z.string(),
  kind: z.enum(['everybody', 'team', 'person']),
  name: z.string(),
  /** 0 for everybody, then one more for each level. */
  depth: z.number(),
  /** Null without a quota to measure against. */
  attainment: z.nullable(share),
  /** "213,000", as every amount of a row in the view's currency. */
  won: z.string(),
  quota: z.nullable(z.string()),
  /** Where the period ends by working day if it goes on like this; null without a quota or before the first day is gone. */
  pace: z.nullable(share),
  /** A working day: "6,200"; or "met", or "12,000 short" where no day is left; null without a quota. */
  needed: z.nullable(z.string()),
  /** Won so far and what is expected of open deals. */
  forecast: z.string(),
  /** "2.3 times", "met"; null without a quota. */
  coverage: z.nullable(z.string()),
  /** What else is to be said of the row, each a short sentence. */
  remarks: z.array(z.string()),
});
export type HomeTeamRow = z.infer<typeof row>;

export const homeTeamView = z.strictObject({
  /** "Q4 2026". */
  periodLabel: z.string(),
  /** "as of 24 Nov, 10:42". */
  asOfLabel: z.string(),
  /** "Everybody", "You and the 8 people below you", "You". */
  whose: z.string(),
  /** Of all amounts in the rows: "EUR". */
  currency: z.string(),
  rows: z.array(row),
  /** "5 of 8 at quota"; null without anybody who carries a quota. */
  participation: z.nullable(z.string()),
  /** "Half are below 71 %, the average is 80 %"; null likewise. */
  spread: z.nullable(z.string()),
  /** How many people are in each band of attainment, from the lowest; empty without quotas. */
  bands: z.array(z.strictObject({ label: z.string(), people: z.number() })),
});
export type HomeTeamView = z.infer<typeof homeTeamView>;

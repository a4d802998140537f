// Generated from src/contract/settings/quotas.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { pageMark, periodKey, plainAmount, searchText } from './fields.ts';

const subject = {
  subjectKind: z.enum(['rep', 'team']),
  subjectId: z.string().check(z.maxLength(200)),
  /** Null: every pipeline. */
  pipelineIds: z.nullable(z.array(z.string().check(z.maxLength(100)))),
};
const source = z.enum(['typed', 'imported', 'goal', 'example']);

export const quotasRequest = z.strictObject({
  /** The fiscal year to show; the present one unless told. */
  year: z.optional(z.string().check(z.regex(/^(19|20)\d{2}$/))),
  search: z.optional(searchText),
  after: z.optional(pageMark),
});
export type QuotasRequest = z.infer<typeof quotasRequest>;

const quotaCell = z.strictObject({
  periodKey: z.string(),
  /** A plain decimal in company currency; null where nothing is stated for this very period. */
  amount: z.nullable(z.string()),
  /** "300,000 EUR". */
  text: z.nullable(z.string()),
  /** Where the amount in force comes from; null without one. */
  source: z.nullable(source),
  sourceLabel: z.nullable(z.string()),
  /** Only what was typed can be emptied here; a goal is changed in HubSpot, an imported one by its file or by typing over it. */
  mayEmpty: z.boolean(),
});
export type QuotaCell = z.infer<typeof quotaCell>;

/** Quotas as a grid: people and teams by periods. */
export const quotasView = z.strictObject({
  year: z.string(),
  previousYear: z.string(),
  nextYear: z.string(),
  currency: z.string(),
  periods: z.array(z.strictObject({ key: z.string(), label: z.string(), isCurrent: z.boolean() })),
  total: z.number(),
  rows: z.array(
    z.strictObject({
      ...subject,
      name: z.string(),
      teamName: z.nullable(z.string()),
      /** "Sales Pipeline"; null: every pipeline. */
      pipelines: z.nullable(z.string()),
      cells: z.array(quotaCell),
      /** "Starts 1 Oct, ramp of 6 months: the quota counts in part." */
      remark: z.nullable(z.string()),
    }),
  ),
  after: z.nullable(z.string()),
  /** Suggestions from the past that nobody has taken as theirs yet, in the periods shown. */
  suggestions: z.number(),
});
export type QuotasView = z.infer<typeof quotasView>;

export const quotaChangeRequest = z.strictObject({
  changes: z
    .array(z.strictObject({ ...subject, periodKey, amount: z.nullable(plainAmount) }))
    .check(z.minLength(1), z.maxLength(500)),
});
export type QuotaChangeRequest = z.infer<typeof quotaChangeRequest>;

/** Takes suggestions as yours: of the people named, or with null of everybody. */
export const acceptSuggestionsRequest = z.strictObject({
  periodKey,
  ownerIds: z.nullable(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(5_000))),
});
export type AcceptSuggestionsRequest = z.infer<typeof acceptSuggestionsRequest>;

const pasted = z.string().check(z.minLength(1), z.maxLength(500_000));
/** `replace`: an imported quota of a period that the file names, and that the file does not have, is removed. */
const mode = z.enum(['add', 'replace']);

export const quotaPasteRequest = z.strictObject({ csv: pasted, mode });
export type QuotaPasteRequest = z.infer<typeof quotaPasteRequest>;

export const quotaPastePreview = z.strictObject({
  /** Hand it back to save exactly this. */
  digest: z.string(),
  /** "14 added, 3 changed, 1 removed, 2 as they were; 1 line cannot be used." */
  headline: z.string(),
  counts: z.strictObject({
    added: z.number(),
    changed: z.number(),
    removed: z.number(),
    unchanged: z.number(),
    unmatched: z.number(),
  }),
  /** The first two hundred. */
  changes: z.array(
    z.strictObject({
      kind: z.enum(['added', 'changed', 'removed']),
      /** Null for what is removed. */
      line: z.nullable(z.number()),
      name: z.string(),
      pipelines: z.nullable(z.string()),
      period: z.string(),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
      /** Set where a typed quota stands above it and stays in force. */
      remark: z.nullable(z.string()),
    }),
  ),
  /** Lines that cannot be used, each with what to write instead. */
  unmatched: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
});
export type QuotaPastePreview = z.infer<typeof quotaPastePreview>;

export const quotaPasteConfirmRequest = z.strictObject({
  csv: pasted,
  mode,
  digest: z.string().check(z.maxLength(100)),
});
export type QuotaPasteConfirmRequest = z.infer<typeof quotaPasteConfirmRequest>;

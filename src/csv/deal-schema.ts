import * as z from 'zod';
import {
  instant,
  optionalAmount,
  optionalCurrency,
  optionalInstant,
  optionalText,
  requiredText,
} from './fields.ts';

const OUTCOME = z
  .enum(['won', 'lost', ''], {
    error: 'is no outcome; write won or lost, or leave it empty while the deal is open',
  })
  .transform((text) => (text === '' ? null : text));

/** Excel shows long numbers as 1.82E+10 and saves what it shows, so that many deals end up with one id. */
const ID = requiredText.refine((text) => !/^\d([.,]\d+)?E\+\d+$/i.test(text), {
  error: 'was shortened by a spreadsheet; format the column as text and export again',
});

/** The fields of a deal in the plain form; every other column is a category. `titles` names columns as the file does. */
export const dealSchema = (timeZone: string, titles: ReadonlyMap<string, string>) =>
  z
    .looseObject({
      id: ID,
      created_at: instant(timeZone),
      name: optionalText,
      pipeline: optionalText,
      stage: optionalText,
      amount: optionalAmount,
      currency: optionalCurrency,
      owner: optionalText,
      team: optionalText,
      closed_at: optionalInstant(timeZone),
      outcome: z.string().toLowerCase().pipe(OUTCOME),
      value: optionalAmount,
      expected_close_at: optionalInstant(timeZone),
    })
    .superRefine((deal, context) => {
      const fault = (field: string, message: string): void => {
        context.addIssue({ code: 'custom', path: [field], message });
      };
      if (deal.outcome !== null && deal.closed_at === null) {
        fault('closed_at', `is empty; fill in when the deal was ${deal.outcome}`);
      }
      if (deal.outcome === null && deal.closed_at !== null) {
        fault('outcome', 'is empty although the deal has closed; write won or lost');
      }
      const currencies = new Set(
        [deal.currency, deal.amount?.currency, deal.value?.currency].filter((code) => code != null),
      );
      if (currencies.size > 1)
        fault('amount', `is in two currencies (${[...currencies].join(', ')}); write one`);
    })
    .transform(({ id, name, pipeline, stage, owner, team, outcome, amount, value, currency, ...rest }) => {
      const { created_at, closed_at, expected_close_at, ...others } = rest;
      return {
        id,
        name,
        pipeline,
        stage,
        owner,
        team,
        outcome,
        createdAt: created_at,
        closedAt: closed_at,
        expectedCloseAt: expected_close_at,
        /** Decimal string, as known at creation. */
        amount: amount?.amount ?? null,
        /** Decimal string, as realised. */
        value: value?.amount ?? amount?.amount ?? null,
        currency: currency ?? amount?.currency ?? value?.currency ?? null,
        categories: toCategories(others, titles),
      };
    });

/** One deal of a file. Times are instants; a day without a time is its first instant in the file's zone. */
export type DealRow = z.output<ReturnType<typeof dealSchema>>;

function toCategories(
  others: Record<string, unknown>,
  titles: ReadonlyMap<string, string>,
): Record<string, string | null> {
  const named = Object.entries(others).filter(([key]) => titles.get(key));
  return Object.fromEntries(
    named.map(([key, text]) => [titles.get(key) ?? key, text === '' ? null : String(text)]),
  );
}

import * as z from 'zod';
import { err } from '../kernel/result.ts';
import { optionalCurrency, optionalText, parsedBy } from './fields.ts';
import { parseAmount } from './parse-amount.ts';
import { parseDay } from './parse-instant.ts';
import type { Reading } from './reading.ts';
import { readFixedFile } from './read-fixed-file.ts';
import type { Lined } from './read-rows.ts';

const PERIOD = z.enum(['month', 'quarter', 'half', 'year'], {
  error: 'is no period; write month, quarter, half or year',
});

/** Periods of every fiscal calendar begin on the first of a month. */
const periodStart = parsedBy((text) => {
  const day = parseDay(text);
  if (!day.ok || day.value.endsWith('-01')) return day;
  return err(`"${text}" is not the first day of a period; write the first day of its first month`);
});

const quotaAmount = parsedBy((text) => {
  if (text === '') return err('is empty; write the quota, 0 for none');
  const amount = parseAmount(text);
  if (!amount.ok || !amount.value.amount.startsWith('-')) return amount;
  return err(`"${text}" is negative; a quota is 0 or more`);
});

const quotaSchema = z
  .object({
    owner: optionalText,
    team: optionalText,
    pipeline: optionalText,
    period_start: periodStart,
    period: z.string().toLowerCase().pipe(PERIOD),
    amount: quotaAmount,
    currency: optionalCurrency,
  })
  .superRefine(({ owner, team, amount, currency }, context) => {
    if ((owner === null) === (team === null)) {
      const message =
        owner === null
          ? 'is empty, and so is team; fill in one of them'
          : 'is filled in, and so is team; a quota is for one of them';
      context.addIssue({ code: 'custom', path: ['owner'], message });
    }
    if (currency !== null && amount.currency !== null && currency !== amount.currency) {
      context.addIssue({
        code: 'custom',
        path: ['amount'],
        message: `is in ${amount.currency} and currency says ${currency}; write one`,
      });
    }
  })
  .transform(({ period_start, amount, currency, ...rest }) => ({
    ...rest,
    periodStart: period_start,
    /** Decimal string. */
    amount: amount.amount,
    /** Null for the company's own. */
    currency: currency ?? amount.currency,
  }));

/** The quota of one rep (by e-mail address or name) or one team for a period, in one pipeline or, with null, in all. */
export type QuotaRow = z.output<typeof quotaSchema>;

/** Reads quotas: `owner,team,pipeline,period_start,period,amount,currency`, one row for each rep or team and period. */
export function readQuotas(text: string): Reading<Lined<QuotaRow>> {
  return readFixedFile(text, {
    required: ['period_start', 'period', 'amount'],
    optional: ['owner', 'team', 'pipeline', 'currency'],
    schema: quotaSchema,
    keyOf: ({ owner, team, pipeline, period, periodStart }) =>
      `The ${period} quota of ${owner ?? team} from ${periodStart}${pipeline === null ? '' : ` in ${pipeline}`}`,
  });
}

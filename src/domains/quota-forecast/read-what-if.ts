import type { WhatIfRequest } from '../../contract/index.ts';
import { parseMoney, type Money } from '../../kernel/money.ts';
import { localDate, startOfLocalDate } from '../../kernel/period.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { valueTypedAmount } from './value-typed-amount.ts';

export interface InventedClose {
  /** In the deal's currency, as it was typed. */
  readonly typed: Money;
  /** In company currency. */
  readonly home: Money;
  readonly closeAt: Date;
}

export interface UnusableInput {
  readonly code: 'bad_request';
  readonly message: string;
  readonly field: keyof WhatIfRequest;
}

/** Reads the amount and close date that somebody invents for a deal: not in the past, and in a currency with a rate. */
export function readWhatIf(
  { amount, closeDate }: Pick<WhatIfRequest, 'amount' | 'closeDate'>,
  {
    deal,
    companyCurrency,
    timeZone,
    now,
  }: {
    readonly deal: { readonly currency: string; readonly exchangeRate: string | null };
    readonly companyCurrency: string;
    readonly timeZone: string;
    readonly now: Date;
  },
): Result<InventedClose, UnusableInput> {
  if (closeDate < localDate(now, timeZone))
    return err(refuse('closeDate', 'Choose a close date from today on.'));
  const typed = parseMoney(amount, deal.currency);
  const home = typed && valueTypedAmount(typed, deal.exchangeRate, companyCurrency);
  if (!typed || !home)
    return err(refuse('amount', `HubSpot has no exchange rate from ${deal.currency} yet.`));
  return ok({ typed, home, closeAt: startOfLocalDate(closeDate, timeZone) });
}

function refuse(field: UnusableInput['field'], message: string): UnusableInput {
  return { code: 'bad_request', field, message };
}

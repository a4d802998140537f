import { answer } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { instantText } from '../objects/instant-text.ts';
import type { PortalState } from '../state/portal-state.ts';

const scopes = () => ['settings.currencies.read'];

export const currencyRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/settings/currencies/company-currency',
    scopes,
    limit: 'rolling',
    answer: ({ portal: { state } }) =>
      // The code is the record's id.
      answer(200, { id: state.account.companyCurrency, createdAt: state.createdAt }),
  },
  {
    method: 'get',
    path: '/settings/currencies/exchange-rates/current',
    scopes,
    limit: 'rolling',
    answer: ({ portal: { state, businessClock } }) =>
      answer(200, { results: currentRates(state, businessClock.now()) }),
  },
];

/** For each pair of currencies the rate that is in effect. */
function currentRates(state: PortalState, now: Date): readonly object[] {
  const current = new Map<string, object>();
  const known = state.exchangeRates
    .entries()
    .filter(([, { effectiveAt }]) => Date.parse(effectiveAt) <= now.getTime())
    .sort(([, a], [, b]) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt));
  for (const [id, { from, to, rate, effectiveAt }] of known) {
    const at = instantText(new Date(effectiveAt));
    current.set(`${from} ${to}`, {
      id,
      fromCurrencyCode: from,
      toCurrencyCode: to,
      conversionRate: Number(rate),
      effectiveAt: at,
      visibleInUI: true,
      createdAt: at,
      updatedAt: at,
    });
  }
  return [...current.values()];
}

import { companyCurrency, exchangeRate } from '../schemas/currency.ts';
import { list } from '../schemas/page.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

const root = `/settings/currencies/${apiVersion.currencies}`;

/** Reads the code of the currency that all roll-ups are in. Scope `settings.currencies.read`. */
export function readCompanyCurrency(session: PortalSession) {
  return session.call({
    method: 'GET',
    path: `${root}/company-currency`,
    repeatable: true,
    reply: companyCurrency,
  });
}

/** Lists the rates that hold now, one a currency. Scope `settings.currencies.read`. */
export function listCurrentExchangeRates(session: PortalSession) {
  const path = `${root}/exchange-rates/current`;
  return session.call({ method: 'GET', path, repeatable: true, reply: list(exchangeRate) });
}

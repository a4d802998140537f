import type { PortalSeed } from '../seed.ts';
import { addYears } from './calendar.ts';
import { RENEWALS, SALES } from './funnels.ts';
import { COMPANY_CURRENCY, OTHER_CURRENCIES, lookUpRates, makeExchangeRates } from './make-exchange-rates.ts';
import { makeFirms } from './make-firms.ts';
import { makeGoals } from './make-goals.ts';
import { makePeople } from './make-people.ts';
import { makePeopleCsv, makeQuotasCsv } from './make-setup-files.ts';
import { nameFirms } from './name-firms.ts';
import { planLosses } from './plan-losses.ts';
import { planWins } from './plan-wins.ts';
import { seedRandom } from './random.ts';
import { COMPANY_NAME } from './roster.ts';
import { tellDeal } from './tell-deal.ts';

const DEALS = 5_000;
const YEARS = 2;

/**
 * An invented company as its HubSpot portal would hold it on `now`: 40 reps in six teams under three directors, 5,000
 * deals created in the two years before with their histories, the firms and people they are with, goals and set-up files. The same `now` and `seed` give
 * the same company.
 */
export function makeCompany({ now, seed = 1 }: { readonly now: Date; readonly seed?: number }): PortalSeed {
  const random = seedRandom(seed);
  const today = Math.floor(now.getTime() / 1000) * 1000;
  const since = addYears(today, -YEARS);
  const people = makePeople(random, today);
  const exchangeRates = makeExchangeRates(random, today);
  const rateAt = lookUpRates(exchangeRates);
  const firms = nameFirms(random);

  const wins = planWins(random, people.reps, today).filter(
    ({ createdAt }) => createdAt >= since && createdAt < today,
  );
  const losses = planLosses(random, people.reps, { count: DEALS - wins.length, since, now: today });
  const plans = [...wins, ...losses].sort((left, right) => left.createdAt - right.createdAt);
  let lastId = 18_204_500_000;
  const firmOf = new Map<string, string>();
  const told = plans.map((plan) => {
    const id = String((lastId += random.whole(1, 90_000)));
    const firm = random.pick(firms);
    firmOf.set(id, firm);
    return tellDeal(random, plan, { id, firm, reps: people.reps, rateAt, now: today });
  });
  const { companies, contacts, deals } = makeFirms(told, firmOf, seed);

  return {
    account: {
      portalId: 24_817_305,
      name: COMPANY_NAME,
      timeZone: 'Europe/Berlin',
      companyCurrency: COMPANY_CURRENCY,
      additionalCurrencies: [...OTHER_CURRENCIES],
    },
    exchangeRates,
    teams: people.teams,
    users: people.everybody.map(({ user }) => user),
    pipelines: [SALES.pipeline, RENEWALS.pipeline],
    deals,
    companies,
    contacts,
    goals: makeGoals(people.reps, people.teams, today),
    setup: { peopleCsv: makePeopleCsv(people.everybody), quotasCsv: makeQuotasCsv(people, today) },
  };
}

import type { PortalSeed, SeedDeal } from '../../../src/sandbox/seed.ts';

export const DAY = 86_400_000;
const MONTH = 30.44 * DAY;

export interface MeasuredDeal {
  readonly deal: SeedDeal;
  readonly state: 'won' | 'lost' | 'open';
  readonly closeDate: number;
  /** Company currency; 0 without an amount. */
  readonly value: number;
  readonly ownerId: string;
}

/** A company as its own sales operations would count it, straight from the portal's contents. */
export interface CompanyFigures {
  readonly deals: readonly MeasuredDeal[];
  readonly winRate: number;
  readonly medianCycleDays: number;
  /** Wins a day in the last 14 days of the complete quarters, over wins a day in the rest of them. */
  readonly quarterEndSpike: number;
  readonly pushedShare: number;
  readonly emptyAmountShare: number;
  /** Each rep's revenue in the last four complete quarters. */
  readonly revenues: readonly number[];
  /** Share of the reps with a goal who reached it, ramp and presence considered, for the last four complete quarters. */
  readonly atQuotaShares: readonly number[];
  /** Attainment so far of the fully ramped reps in the current quarter. */
  readonly currentAttainments: readonly number[];
  /** Open amounts that are expected in the current quarter, over what is missing to the sum of the quotas. */
  readonly coverage: number;
}

export function measureCompany(company: PortalSeed, now: Date): CompanyFigures {
  const deals = company.deals.map((deal) => measureDeal(company, deal));
  const won = deals.filter(({ state }) => state === 'won');
  const closed = deals.filter(({ state }) => state !== 'open');
  const thisQuarter = quarterStart(now.getTime(), 0);
  const nextQuarter = quarterStart(now.getTime(), 1);
  const reps = company.goals
    .filter(({ ownerId, start }) => ownerId !== null && Date.parse(start) === thisQuarter)
    .map(({ ownerId }) => ownerId ?? '');
  const current = attainments(company, won, thisQuarter);
  const quota = current.reduce((sum, { goal }) => sum + goal, 0);
  const booked = current.reduce((sum, { credit }) => sum + credit, 0);
  const expected = deals.filter(({ state, closeDate }) => state === 'open' && closeDate < nextQuarter);

  return {
    deals,
    winRate: won.length / closed.length,
    medianCycleDays: median(won.map(({ deal, closeDate }) => (closeDate - Date.parse(deal.createdAt)) / DAY)),
    quarterEndSpike: measureSpike(won, thisQuarter),
    pushedShare: deals.filter(isPushed).length / deals.length,
    emptyAmountShare: deals.filter(({ deal }) => deal.amount.at(-1)?.value === null).length / deals.length,
    revenues: reps.map((rep) => creditOf(rep, won, quarterStart(now.getTime(), -4), thisQuarter)),
    atQuotaShares: [-4, -3, -2, -1].map((offset) => {
      const all = attainments(company, won, quarterStart(now.getTime(), offset));
      return all.filter(({ credit, goal, share }) => credit >= goal * share).length / all.length;
    }),
    currentAttainments: current.filter(({ share }) => share === 1).map(({ credit, goal }) => credit / goal),
    coverage: expected.reduce((sum, { value }) => sum + value, 0) / (quota - booked),
  };
}

/** 0 when all have the same, towards 1 when one has everything. */
export function gini(values: readonly number[]): number {
  const ascending = values.toSorted((left, right) => left - right);
  const total = ascending.reduce((sum, value) => sum + value, 0);
  const weighted = ascending.reduce(
    (sum, value, index) => sum + (2 * (index + 1) - values.length - 1) * value,
    0,
  );
  return weighted / (values.length * total);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((left, right) => left - right)[Math.round(part * (values.length - 1))] ?? NaN;
}

/** The start of the quarter `offset` quarters after that of the instant. */
export function quarterStart(instant: number, offset: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + offset) * 3, 1);
}

function measureDeal(company: PortalSeed, deal: SeedDeal): MeasuredDeal {
  const stage = deal.stage.at(-1)?.value;
  const pipeline = company.pipelines.find(({ id }) => id === deal.pipelineId);
  const probability = Number(pipeline?.stages.find(({ id }) => id === stage)?.probability);
  const closeDate = deal.closeDate.at(-1)?.value ?? '';
  const rate =
    company.exchangeRates.findLast(
      ({ from, effectiveAt }) => from === deal.currency && effectiveAt <= closeDate,
    )?.rate ?? '1';
  return {
    deal,
    state: probability === 1 ? 'won' : probability === 0 ? 'lost' : 'open',
    closeDate: Date.parse(closeDate),
    value: Number(deal.amount.at(-1)?.value ?? 0) * Number(rate),
    ownerId: deal.owner.at(-1)?.value ?? '',
  };
}

/** A close date was moved to a later day while the deal was open. */
function isPushed({ deal, state }: MeasuredDeal): boolean {
  const dates = state === 'open' ? deal.closeDate : deal.closeDate.slice(0, -1);
  return dates.some(({ value }, index) => index > 0 && (value ?? '') > (dates[index - 1]?.value ?? ''));
}

function measureSpike(won: readonly MeasuredDeal[], thisQuarter: number): number {
  const rest = { days: 0, wins: 0 };
  const rush = { days: 0, wins: 0 };
  for (let offset = -7; offset < 0; offset += 1) {
    const start = quarterStart(thisQuarter, offset);
    const end = quarterStart(thisQuarter, offset + 1);
    const inside = won.filter(({ closeDate }) => closeDate >= start && closeDate < end);
    const late = inside.filter(({ closeDate }) => closeDate >= end - 14 * DAY).length;
    rush.days += 14;
    rush.wins += late;
    rest.days += (end - start) / DAY - 14;
    rest.wins += inside.length - late;
  }
  return rush.wins / rush.days / (rest.wins / rest.days);
}

interface Attainment {
  readonly credit: number;
  readonly goal: number;
  /** What the rep's dates and ramp leave of the goal, 0 to 1. */
  readonly share: number;
}

function attainments(company: PortalSeed, won: readonly MeasuredDeal[], start: number): Attainment[] {
  const end = quarterStart(start, 1);
  return company.goals
    .filter((goal) => goal.ownerId !== null && Date.parse(goal.start) === start)
    .map((goal) => ({
      credit: creditOf(goal.ownerId ?? '', won, start, end),
      goal: Number(goal.amount),
      share: expectedShare(company, goal.ownerId ?? '', start, end),
    }));
}

function creditOf(rep: string, won: readonly MeasuredDeal[], start: number, end: number): number {
  return won
    .filter(({ closeDate }) => closeDate >= start && closeDate < end)
    .reduce((sum, { deal, ownerId, value }) => {
      const split = deal.splits.find((part) => part.ownerId === rep);
      const part = deal.splits.length > 0 ? Number(split?.percentage ?? 0) : ownerId === rep ? 1 : 0;
      return sum + part * value;
    }, 0);
}

function expectedShare(company: PortalSeed, ownerId: string, start: number, end: number): number {
  const email = company.users.find((user) => user.ownerId === ownerId)?.email ?? '';
  const row = (company.setup.peopleCsv ?? '').split('\n').find((line) => line.startsWith(`${email},`)) ?? '';
  const [, , , , first = '', last = '', rampMonths = ''] = row.split(',');
  const from = Math.max(Date.parse(first), start);
  const until = last === '' ? end : Math.min(Date.parse(last) + DAY, end);
  const ramped =
    rampMonths === '' ? 1 : ((from + until) / 2 - Date.parse(first)) / MONTH / Number(rampMonths);
  return ((until - from) / (end - start)) * Math.min(1, ramped);
}

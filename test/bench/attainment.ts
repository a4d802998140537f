/**
 * How fast 1,000,000 credits of 5,000 reps become attainment, rolled up through 500 teams, against adding the same amounts
 * into a Float64Array by rep. Both read the same credits and find the rep by its id; exactness is what the rest costs.
 */
import { measurePerson } from '../../src/domains/quota/measure-person.ts';
import { listPersonNodes, listTeamNodes, nodeOfTeam } from '../../src/domains/quota/list-nodes.ts';
import { rollUpAttainment } from '../../src/domains/quota/roll-up-attainment.ts';
import { totalByOwner } from '../../src/domains/quota/total-by-owner.ts';
import type { Credit, Quota } from '../../src/domains/quota/types.ts';
import { money } from '../../src/kernel/money.ts';
import { periodAt } from '../../src/kernel/period.ts';
import { reportFigure } from './support/report-figure.ts';

const CREDITS = 1_000_000;
const REPS = 5_000;
const TEAMS = 500;
const ROUNDS = 7;
const currency = 'EUR';
const at = new Date('2026-11-10T11:00:00Z');
const calendar = { timeZone: 'Europe/Berlin', startMonth: 1 };
const period = periodAt(calendar, 'quarter', at);

const reps = Array.from({ length: REPS }, (_, rep) => ({
  id: String(10_000 + rep),
  teamId: String(rep % TEAMS),
}));
const credits = Array.from({ length: CREDITS }, (_, index): Credit => {
  const rep = reps[(index * 7_919) % REPS];
  if (!rep) throw new RangeError('no rep');
  return {
    dealId: String(index),
    pipelineId: 'default',
    ownerId: rep.id,
    periodKey: period.key,
    amount: money(1 + ((index * 104_729) % 9_999_999), currency),
    at,
    kind: 'won',
    track: 'primary',
  };
});
const quota: Quota = {
  pipelineIds: null,
  periodKey: period.key,
  amount: money(500_000_000, currency),
  source: 'typed',
};
const teams = Array.from({ length: TEAMS }, (_, team) => ({
  id: String(team),
  parentId: team === 0 ? null : String(Math.floor((team - 1) / 10)),
}));
const employment = { startDate: null, endDate: null, rampMonths: 0 };

function attain(): number {
  const totals = totalByOwner(credits);
  const members = reps.map(({ id, teamId }) => ({
    ownerId: id,
    teamId,
    standing: measurePerson({
      employment,
      quotas: [quota],
      credits: totals.get(id) ?? [],
      exclusions: [],
      uncountedPipelineIds: [],
      calendar,
      period,
      currency,
    }),
  }));
  const rolled = rollUpAttainment([...listPersonNodes(members), ...listTeamNodes(teams, currency)], currency);
  return (rolled.ok && rolled.value.get(nodeOfTeam('0'))?.credited.minor) || 0;
}

const indexOf = new Map(reps.map(({ id }, rep) => [id, rep]));
function addUp(): number {
  const sums = new Float64Array(REPS);
  for (const { ownerId, amount } of credits) {
    const rep = indexOf.get(ownerId) ?? 0;
    sums[rep] = (sums[rep] ?? 0) + amount.minor;
  }
  return sums.reduce((total, sum) => total + sum, 0);
}

const repAt = Uint16Array.from(credits, ({ ownerId }) => indexOf.get(ownerId) ?? 0);
const minorAt = Float64Array.from(credits, ({ amount }) => amount.minor);
function addUpColumns(): number {
  const sums = new Float64Array(REPS);
  for (let index = 0; index < CREDITS; index += 1) {
    const rep = repAt[index] ?? 0;
    sums[rep] = (sums[rep] ?? 0) + (minorAt[index] ?? 0);
  }
  return sums.reduce((total, sum) => total + sum, 0);
}

if (attain() !== addUp() || addUp() !== addUpColumns()) throw new Error('the sums differ');

const works = [attain, addUp, addUpColumns];
const fastest = works.map(() => Infinity);
for (let round = 0; round < ROUNDS; round += 1) {
  works.forEach((work, index) => {
    const begun = performance.now();
    work();
    fastest[index] = Math.min(fastest[index] ?? Infinity, performance.now() - begun);
  });
}
const [own = NaN, plain = NaN, columns = NaN] = fastest;
const figure = (than: number, words: string, target: string) => {
  reportFigure({
    bench: 'attainment',
    figure: 'credits a second, 1,000,000 credits and 5,000 reps, to the roll-up',
    value: CREDITS / (own / 1_000),
    unit: '1/s',
    against: `${((CREDITS / than) * 1_000).toFixed(0)} a second into a Float64Array by rep, ${words}`,
    ratio: than / own,
    target,
  });
};
figure(plain, 'from the same credits', '>= 0.2');
figure(columns, 'from two arrays of numbers made beforehand', 'none');

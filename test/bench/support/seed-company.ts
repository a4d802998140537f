import type { Kysely } from 'kysely';
import { createForecastService } from '../../../src/domains/forecast/index.ts';
import { createQuotaService, quotasOf } from '../../../src/domains/quota/index.ts';
import { forPortal as installOf } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { periodAt } from '../../../src/kernel/period.ts';
import { calendarOf } from '../../../src/kernel/portal.ts';
import { applyingTo, directoryOf } from '../../../src/mirror/index.ts';
import type { Tables } from '../../../src/store/index.ts';
import { creditedDeal } from '../../support/mirrored-deals.ts';

const REPS = 200;
const REPS_A_MANAGER = 10;
const DAY = 86_400_000;
const DEALS_A_TIME = 1_000;

const stages = [
  { id: 'demo', probability: '0.2' },
  { id: 'offer', probability: '0.5' },
  { id: 'won', probability: '1' },
  { id: 'lost', probability: '0' },
] as const;

export const ownerIdOf = (rep: number): string => String(1_000 + rep);
export const userIdOf = (rep: number): string => String(9_000 + rep);
/** Whose a deal is; deals are numbered from 1. */
export const repOf = (deal: number, reps = REPS): number => Math.floor(scatter(deal) * reps);
export const managerOf = (rep: number, reps = REPS): number => reps + Math.floor(rep / REPS_A_MANAGER);

/** A company of 200 reps or more with 100,000 deals or so, mirrored, credited and learned from; a third of the deals is open. */
export async function seedCompany(
  db: Kysely<Tables>,
  portalId: number,
  deals: number,
  reps = REPS,
): Promise<void> {
  const install = installOf(db, portalId);
  await install.connect(
    { name: 'Measured', timeZone: 'Europe/Berlin', companyCurrency: 'EUR', installedBy: '9999', scopes: [] },
    { access: 'a', refresh: 'r', expiresAt: new Date(0) },
    new Date(0),
  );
  await install.markReady(new Date(0));
  const people = Array.from({ length: reps + reps / REPS_A_MANAGER }, (_, rep) => rep);
  const directory = directoryOf(db, portalId);
  await directory.saveOwners(
    people.map((rep) => ({
      id: ownerIdOf(rep),
      userId: userIdOf(rep),
      email: `rep${rep}@example.com`,
      name: `Rep ${rep}`,
      archived: false,
      teamId: null,
    })),
  );
  await directory.replacePipelines(
    [{ id: 'default', label: 'Sales', displayOrder: 0 }],
    stages.map(({ id, probability }, displayOrder) => ({
      id,
      pipelineId: 'default',
      label: id,
      displayOrder,
      probability,
      isClosed: displayOrder > 1,
    })),
  );
  const quotas = quotasOf(db, portalId);
  await quotas.savePeople(
    people.map((rep) => ({
      ownerId: ownerIdOf(rep),
      teamId: null,
      managerId: rep < reps ? ownerIdOf(managerOf(rep, reps)) : null,
      startsOn: null,
      endsOn: null,
      rampMonths: 0,
    })),
  );
  const portal = await install.read();
  if (!portal) throw new Error('the portal was connected above');
  const period = periodAt(calendarOf(portal), portal.periodKind, systemClock.now());
  await quotas.saveQuotas(
    people.slice(0, reps).map((rep) => ({
      subjectKind: 'rep',
      subjectId: ownerIdOf(rep),
      pipelineIds: null,
      periodKey: period.key,
      source: 'typed',
      amountMinor: 30_000_000,
    })),
  );
  for (let first = 1; first <= deals; first += DEALS_A_TIME) {
    const length = Math.min(DEALS_A_TIME, deals - first + 1);
    await applyingTo(db, portalId).apply(
      Array.from({ length }, (_, index) => inventDeal(first + index, reps)),
    );
  }
  await createForecastService({ db, clock: systemClock }).refit(portalId);
  await createQuotaService({ db, clock: systemClock }).learnSeason(portal);
}

/** The same for the same number, evenly spread from 0 to 1. */
function scatter(number: number): number {
  const wave = Math.sin(number * 12.9898) * 43_758.5453;
  return wave - Math.floor(wave);
}

/** One in three is open, one in four won, the rest lost, over the last thousand days; one in fifty is shared. */
function inventDeal(deal: number, reps: number) {
  const isOpen = deal % 3 === 0;
  const isWon = !isOpen && scatter(deal + 0.5) < 3 / 8;
  const now = systemClock.now().getTime();
  const createdAt = new Date(now - Math.floor(scatter(deal + 0.25) * 1_000) * DAY);
  const enteredAt = new Date(createdAt.getTime() + Math.floor(scatter(deal + 0.75) * 20) * DAY);
  const closeAt = new Date(
    isOpen ? now + Math.floor(scatter(deal + 0.125) * 150) * DAY : enteredAt.getTime() + 20 * DAY,
  );
  const stageId = isOpen ? 'offer' : isWon ? 'won' : 'lost';
  const entries = [
    { stageId: 'demo', enteredAt: createdAt.toISOString() },
    { stageId: 'offer', enteredAt: enteredAt.toISOString() },
    ...(isOpen ? [] : [{ stageId, enteredAt: closeAt.toISOString() }]),
  ];
  const minor = 100_000 + ((deal * 7_919) % 4_000_000);
  const rep = repOf(deal, reps);
  const own = ownerIdOf(rep);
  const partner = ownerIdOf((rep + 1) % reps);
  return creditedDeal(
    {
      id: String(deal),
      name: `Deal ${deal}`,
      stageId,
      ownerId: own,
      amount: (minor / 100).toFixed(2),
      homeMinor: minor,
      closeAt,
      createdAt,
      modifiedAt: new Date(0),
      isClosed: !isOpen,
      isWon,
      stageEnteredAt: isOpen ? enteredAt : closeAt,
      wonEnteredAt: isWon ? closeAt : null,
      stageEntries: entries,
    },
    deal % 50 === 0 ? { [own]: '0.6', [partner]: '0.4' } : {},
  );
}

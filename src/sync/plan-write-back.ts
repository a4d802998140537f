import {
  coachingProperties,
  coachingPropertiesOf,
  describeCoachingProperties,
  type DealCoaching,
} from '../domains/coaching/index.ts';
import { askAboutDeal, describeForecastProperties } from '../domains/forecast/index.ts';
import { describeQuotaProperties, toDealState } from '../domains/quota/index.ts';
import { conflictsOf, propertyChoicesOf, sortProperties } from '../install/index.ts';
import { calendarOf } from '../kernel/portal.ts';
import { dealsOf, type SplitDeal } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
import { holdDrift, type DriftPass } from './outbox/hold-drift.ts';
import { AS_OF, diffProperties, type Patch } from './outbox/diff-properties.ts';

/** A patch, and the edit of the record that it takes in; null when time alone asks for it. */
export interface PlannedPatch extends Patch {
  readonly news: number | null;
}

export interface WriteBackPlan {
  readonly patches: readonly PlannedPatch[];
  /** Deals that were looked at and show everything already. */
  readonly unchanged: readonly string[];
  /** The edits among them that asked for nothing. */
  readonly settled: readonly { readonly id: string; readonly news: number }[];
}

/**
 * What has to be written to the deals of these owners so that HubSpot shows what Sideline knows. Only a plan: it can be
 * shown before it is done, and making it changes nothing. `drift` says how much of what age alone changes is in it.
 */
export async function planWriteBack(
  sync: PlanningSync,
  ownerIds: readonly string[],
  drift: DriftPass = 'weekly',
): Promise<WriteBackPlan> {
  const planning = await openPlanning(sync);
  return planning.ofOwners(ownerIds, drift);
}

export interface Planning {
  /** For all deals of these owners. */
  ofOwners(ownerIds: readonly string[], drift: DriftPass): Promise<WriteBackPlan>;
  /** For those of these deals that somebody edited. */
  ofEdited(ids: readonly string[]): Promise<WriteBackPlan>;
}

type PlanningSync = Omit<PortalSync, 'session' | 'openSession' | 'log'>;

/** Reads once what every owner's plan needs, so that a large portal can be planned some owners at a time. */
export async function openPlanning(sync: PlanningSync): Promise<Planning> {
  const { db, portal, clock } = sync;
  const now = clock.now();
  const quota = await sync.quota.openPlanning(portal);
  const forecast = await sync.forecast.openEstimator(portal.id);
  const calendar = calendarOf(portal);

  const { wanted, unwanted } = sortProperties(sync.manifest, await propertyChoicesOf(db, portal.id).list());
  const names = (definitions: typeof wanted) => definitions.map(({ name }) => name);
  const emptied = Object.fromEntries(names(unwanted).map((name) => [name, '']));
  const describe = ({ deal, splits }: SplitDeal, coaching: DealCoaching | null): Record<string, string> => {
    const state = toDealState(deal, splits, portal.companyCurrency);
    const estimate = forecast.estimate(askAboutDeal(deal, now, quota.period.end));
    return {
      ...describeQuotaProperties({
        deal: state,
        sharing: portal.sharingLevel,
        owner: quota.standingOfOwner(state),
        team: quota.publishedTeam(deal.ownerId),
        period: quota.period,
        calendar,
        currency: portal.companyCurrency,
      }),
      ...describeForecastProperties(state.amount, estimate),
      ...describeCoachingProperties(coaching),
      ...emptied,
    };
  };

  // Somebody else's property of our name, and one that nobody has switched on: what it holds is none of our business.
  const own = new Set(names([...wanted, ...unwanted]));
  for (const { name } of await conflictsOf(db, portal.id).list()) own.delete(name);
  const ours = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => own.has(name)));
  const nothing = Object.fromEntries([...own].map((name) => [name, '']));
  const isCoachingShown = Object.values(coachingProperties).some((name) => names(wanted).includes(name));

  const readCoaching = async (deals: readonly SplitDeal[]) =>
    isCoachingShown
      ? coachingPropertiesOf(db, portal.id).readDeals(
          deals.map(({ deal }) => deal.id),
          portal.timeZone,
        )
      : new Map<string, DealCoaching>();

  const plan = async (deals: readonly SplitDeal[], drift: DriftPass): Promise<WriteBackPlan> => {
    const coaching = await readCoaching(deals);
    const patches: PlannedPatch[] = [];
    const settled: { id: string; news: number }[] = [];
    const unchanged: string[] = [];
    for (const each of deals) {
      const { deal } = each;
      const wanted = deal.isClosed ? nothing : ours(describe(each, coaching.get(deal.id) ?? null));
      const desired = each.news === null ? holdDrift(wanted, deal.known, drift) : wanted;
      const patch = diffProperties(deal.id, desired, deal.known, now);
      if (patch === null) {
        unchanged.push(deal.id);
        if (each.news !== null) settled.push({ id: deal.id, news: each.news });
      } else {
        const properties = deal.isClosed ? { ...patch.properties, [AS_OF]: '' } : patch.properties;
        patches.push({ ...patch, properties: ours(properties), news: each.news });
      }
    }
    return { patches, unchanged, settled };
  };

  const deals = dealsOf(db, portal.id);
  return {
    ofOwners: async (ownerIds, drift) => plan(await deals.listWritable(ownerIds), drift),
    ofEdited: async (ids) => plan(await deals.listEdited(ids), 'none'),
  };
}

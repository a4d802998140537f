import { describeForecastProperties } from '../domains/forecast/index.ts';
import { describeQuotaProperties, toDealState } from '../domains/quota/index.ts';
import { calendarOf } from '../kernel/portal.ts';
import { dealsOf, type SplitDeal } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
import { holdDrift, type DriftPass } from './outbox/hold-drift.ts';
import { AS_OF, diffProperties, type Patch } from './outbox/diff-properties.ts';
import { ownPropertyNames } from './mirror-records.ts';

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
  sync: Omit<PortalSync, 'session' | 'openSession' | 'log'>,
  ownerIds: readonly string[],
  drift: DriftPass = 'weekly',
): Promise<WriteBackPlan> {
  const { db, portal, clock } = sync;
  const now = clock.now();
  const deals = await dealsOf(db, portal.id).listWritable(ownerIds);
  if (deals.length === 0) return { patches: [], unchanged: [], settled: [] };
  const quota = await sync.quota.openPlanning(portal);
  const forecast = await sync.forecast.openEstimator(portal.id);
  const calendar = calendarOf(portal);

  const describe = ({ deal, splits }: SplitDeal): Record<string, string> => {
    const state = toDealState(deal, splits, portal.companyCurrency);
    const estimate = forecast.estimate({
      deal: { ...deal, stageEnteredAt: deal.stageEnteredAt ?? deal.createdAt },
      now,
      until: quota.period.end,
    });
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
    };
  };

  const nothing = Object.fromEntries(ownPropertyNames(sync).map((name) => [name, '']));
  const patches: PlannedPatch[] = [];
  const settled: { id: string; news: number }[] = [];
  const unchanged: string[] = [];
  for (const each of deals) {
    const { deal } = each;
    const wanted = deal.isClosed ? nothing : describe(each);
    const desired = each.news === null ? holdDrift(wanted, deal.known, drift) : wanted;
    const patch = diffProperties(deal.id, desired, deal.known, now);
    if (patch === null) {
      unchanged.push(deal.id);
      if (each.news !== null) settled.push({ id: deal.id, news: each.news });
    } else {
      const properties = deal.isClosed ? { ...patch.properties, [AS_OF]: '' } : patch.properties;
      patches.push({ ...patch, properties, news: each.news });
    }
  }
  return { patches, unchanged, settled };
}

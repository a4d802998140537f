import { describeForecastProperties } from '../domains/forecast/index.ts';
import { describeQuotaProperties, toDealState } from '../domains/quota/index.ts';
import { calendarOf } from '../kernel/portal.ts';
import { dealsOf, type SplitDeal } from '../mirror/index.ts';
import type { PortalSync } from './dependencies.ts';
import { AS_OF, diffProperties, type Patch } from './outbox/diff-properties.ts';
import { ownPropertyNames } from './mirror-records.ts';

export interface WriteBackPlan {
  readonly patches: readonly Patch[];
  /** Deals that were looked at and show everything already. */
  readonly unchanged: readonly string[];
}

/**
 * What has to be written to the deals of these owners so that HubSpot shows what Sideline knows. Only a plan: it can be
 * shown before it is done, and making it changes nothing.
 */
export async function planWriteBack(
  sync: Omit<PortalSync, 'session' | 'openSession' | 'log'>,
  ownerIds: readonly string[],
): Promise<WriteBackPlan> {
  const { db, portal, clock } = sync;
  const now = clock.now();
  const deals = await dealsOf(db, portal.id).listWritable(ownerIds);
  if (deals.length === 0) return { patches: [], unchanged: [] };
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
  const patches: Patch[] = [];
  const unchanged: string[] = [];
  for (const each of deals) {
    const { deal } = each;
    const desired = deal.isClosed ? nothing : describe(each);
    const patch = diffProperties(deal.id, desired, deal.known, now);
    if (patch)
      patches.push(deal.isClosed ? { ...patch, properties: { ...patch.properties, [AS_OF]: '' } } : patch);
    else unchanged.push(deal.id);
  }
  return { patches, unchanged };
}

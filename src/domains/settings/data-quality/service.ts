import type { DataCheckId, DataGapRequest, DataGapView, DataQualityView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { dealSplitsScope } from '../../../hubspot/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { linkDeal } from '../link-deal.ts';
import { dataChecks, describeGap } from './describe-check.ts';
import { forPortal } from './store.ts';

export interface DataQuality {
  read(caller: Caller): Promise<Result<DataQualityView, Refusal>>;
  list(caller: Caller, request: DataGapRequest): Promise<Result<DataGapView, Refusal>>;
}

const DEALS_A_PAGE = 50;

/** What the portal's deals lack for the numbers to be right. */
export function createDataQuality(deps: SettingsDependencies): DataQuality {
  return {
    async read({ portal }) {
      const checks = checksOf(portal);
      const counts = await forPortal(deps.db, portal.id).count(checks, deps.clock.now());
      return ok({
        headline:
          counts.openWithGap === 0
            ? `No gaps in ${countNoun(counts.openDeals, 'open deal')}.`
            : `${counts.openWithGap.toLocaleString('en')} of ${countNoun(counts.openDeals, 'open deal')} ${counts.openWithGap === 1 ? 'has' : 'have'} a gap.`,
        checks: checks.map((id) => ({ id, deals: counts.byCheck[id], ...dataChecks[id] })),
      });
    },

    async list({ portal }, { check, after }) {
      const store = forPortal(deps.db, portal.id);
      const now = deps.clock.now();
      if (!checksOf(portal).includes(check)) return ok({ check, total: 0, deals: [], after: null });
      const { byCheck } = await store.count([check], now);
      const deals = await store.list(check, now, after ?? '', DEALS_A_PAGE + 1);
      const shown = deals.slice(0, DEALS_A_PAGE);
      return ok({
        check,
        total: byCheck[check],
        deals: shown.map((deal) => ({
          record: linkDeal(portal.id, deal),
          owner: deal.ownerName,
          detail: describeGap(check, deal, portal.timeZone),
        })),
        after: deals.length > DEALS_A_PAGE ? (shown.at(-1)?.id ?? null) : null,
      });
    },
  };
}

/** Without the permission to read splits nobody knows whether they are whole. */
function checksOf({ scopes }: Portal): DataCheckId[] {
  const all = Object.keys(dataChecks) as DataCheckId[];
  return scopes.includes(dealSplitsScope) ? all : all.filter((check) => check !== 'splitNotWhole');
}

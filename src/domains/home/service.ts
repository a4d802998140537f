import type { Kysely } from 'kysely';
import type {
  DealsBehindRequest,
  DealsBehindView,
  DefinitionsView,
  HomeTeamView,
} from '../../contract/index.ts';
import type { Caller, Refusal } from '../../http/index.ts';
import { asOfLabel, localDay } from '../../kernel/local-day.ts';
import { formatMoney, parseMoney } from '../../kernel/money.ts';
import { periodLabel } from '../../kernel/period.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Tables } from '../../store/index.ts';
import { findViewer, quotasOf, mapManagers } from '../quota/index.ts';
import type { Overview, TeamService } from '../team/index.ts';
import { arrangeRows } from './arrange-rows.ts';
import { chooseSubject, describeFigure } from './choose-subject.ts';
import { chooseVisible, type Visible } from './choose-visible.ts';
import { describeSpread } from './describe-spread.ts';
import { describeVisible } from './describe-visible.ts';
import { listDealsBehind, type DealBehind } from './list-deals-behind.ts';
import { listDefinitions } from './list-definitions.ts';
import { forPortal, type NamedDeal } from './store.ts';

export interface HomeService {
  /** Where the viewer's people stand. */
  team(caller: Caller): Promise<Result<HomeTeamView, Refusal>>;
  /** The deals behind one figure of one row; a row that the viewer may not see is not found. */
  dealsBehind(caller: Caller, request: DealsBehindRequest): Promise<Result<DealsBehindView, Refusal>>;
  definitions(caller: Caller): Promise<Result<DefinitionsView, Refusal>>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly team: TeamService;
}

interface Seen {
  readonly visible: Exclude<Visible, { readonly kind: 'nobody' }>;
  readonly overview: Overview;
}

const DEALS_A_PAGE = 50;

/** The home page's Team and Definitions tabs: computed from the store when they are opened, for whoever asks. */
export function createHomeService({ db, team }: Dependencies): HomeService {
  const look = async ({ portal, userId, isOps }: Caller): Promise<Result<Seen, Refusal>> => {
    if (!portal.readyAt) {
      return err({
        code: 'not_ready',
        message: 'Sideline is still reading your deals. This takes a few minutes.',
      });
    }
    const people = await quotasOf(db, portal.id).listPeople();
    const visible = chooseVisible({
      viewerId: findViewer(people, userId)?.ownerId ?? null,
      isOps,
      managerOf: mapManagers(people),
    });
    if (visible.kind === 'nobody') {
      return err({
        code: 'forbidden',
        message:
          'You own no deals and nobody reports to you in Sideline, so there is nobody to show. Ops can set who reports to you.',
      });
    }
    const ownerIds = visible.kind === 'everybody' ? null : visible.ownerIds;
    return ok({ visible, overview: await team.readOverview(portal, ownerIds) });
  };

  return {
    async team(caller) {
      const seen = await look(caller);
      if (!seen.ok) return seen;
      const { visible, overview } = seen.value;
      const [everybody] = overview.groups;
      return ok({
        periodLabel: periodLabel(overview.period),
        asOfLabel: asOfLabel(overview.asOf, caller.portal.timeZone),
        whose: describeVisible(visible),
        currency: overview.currency,
        rows: arrangeRows(overview, describeVisible(visible)),
        ...(everybody && visible.kind !== 'self'
          ? describeSpread(everybody)
          : { participation: null, spread: null, bands: [] }),
      });
    },

    async dealsBehind(caller, { subject, figure, page = '0' }) {
      const seen = await look(caller);
      if (!seen.ok) return seen;
      const { overview, visible } = seen.value;
      const chosen = chooseSubject(overview, subject, describeVisible(visible));
      if (chosen === null)
        return err({ code: 'not_found', message: 'There is no such row.', field: 'subject' });
      const { deals, total } = listDealsBehind(overview, chosen.people, chosen.open, figure);
      const from = Number(page) * DEALS_A_PAGE;
      const shown = deals.slice(from, from + DEALS_A_PAGE);
      const named = await forPortal(db, caller.portal.id).listNamed(shown.map(({ dealId }) => dealId));
      const deal = new Map(named.map((each) => [each.id, each]));
      return ok({
        ...describeFigure(figure, chosen.name, periodLabel(overview.period)),
        total: figure === 'leftOut' ? null : formatMoney(total),
        deals: shown.map((behind) => describeDeal(behind, deal.get(behind.dealId), caller.portal.timeZone)),
        count: deals.length,
        nextPage: from + DEALS_A_PAGE < deals.length ? Number(page) + 1 : null,
      });
    },

    async definitions(caller) {
      const seen = await look(caller);
      if (!seen.ok) return seen;
      const { portal } = caller;
      const { overview } = seen.value;
      const [everybody] = overview.groups;
      return ok({
        definitions: listDefinitions({
          periodLabel: periodLabel(overview.period),
          timeZone: portal.timeZone,
          currency: portal.companyCurrency,
          carriers: everybody?.rollUp.carrierIds.length ?? 0,
          gaps: {
            ...(await forPortal(db, portal.id).countGaps()),
            excluded: overview.people.reduce(
              (sum, { standing }) => sum + standing.attainment.exclusions.length,
              0,
            ),
          },
          closedDeals: overview.closedDeals,
        }),
      });
    },
  };
}

function describeDeal(
  { dealId, counts, remark }: DealBehind,
  deal: NamedDeal | undefined,
  timeZone: string,
): DealsBehindView['deals'][number] {
  const amount = deal ? parseMoney(deal.amount, deal.currency) : null;
  const day = deal?.closeAt ? localDay(deal.closeAt, timeZone) : null;
  return {
    id: dealId,
    name: deal?.name ?? `Deal ${dealId}`,
    facts: [
      amount ? formatMoney(amount) : 'No amount',
      day === null ? 'no close date' : deal?.isClosed ? `closed ${day}` : `closes ${day}`,
    ].join(' · '),
    counts: counts && formatMoney(counts),
    remark,
  };
}

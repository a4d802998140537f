import type { OwnerId } from '../../kernel/ids.ts';
import { divideMoney, sumMoney, toDecimalString } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { latestOf } from '../../kernel/period.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import type { SharingLevel } from '../../kernel/portal.ts';
import { toDecimal } from '../../kernel/ratio.ts';
import { measureDealEffect } from './measure-deal-effect.ts';
import type { DealState, Standing } from './types.ts';

/** HubSpot's string values; the empty string clears a property. */
export interface QuotaProperties {
  readonly sideline_quota: string;
  readonly sideline_attainment: string;
  readonly sideline_gap: string;
  readonly sideline_deal_adds: string;
  readonly sideline_basis: 'owner' | 'team' | '';
  readonly sideline_period: string;
  readonly sideline_currency: string;
}

/** The published group of the deal's owner: its standing counts its quota carriers only. */
export interface PublishedTeam {
  readonly standing: Standing;
  /** Everybody in the group, with or without a quota. */
  readonly memberIds: ReadonlySet<OwnerId>;
}

/**
 * The quota figures that an open deal carries in HubSpot: at level *everyone* its owner's, at level *team* those of the
 * owner's published group, at level *cards* none. Period and currency are facts of the portal and stand at every level.
 *
 * A deal that closes after the period adds nothing to it: cleared. At level *team* the deal adds its whole amount, or is
 * cleared when somebody outside the group has a part in it, so that it follows from the amount and the group's quota
 * and tells nothing of its own.
 */
export function describeQuotaProperties({
  deal,
  sharing,
  owner,
  team,
  period,
  calendar,
  currency,
}: {
  readonly deal: DealState;
  readonly sharing: SharingLevel;
  /** Null without an owner or a quota, or when the quota leaves out the deal's pipeline. */
  readonly owner: Standing | null;
  /** Null when no group above the owner is published. */
  readonly team: PublishedTeam | null;
  readonly period: Period;
  readonly calendar: FiscalCalendar;
  readonly currency: string;
}): QuotaProperties {
  const facts = { sideline_period: period.key, sideline_currency: currency };
  const changes = listChanges(deal, period, calendar);
  if (sharing === 'everyone' && owner !== null) {
    const own = changes.filter(([ownerId]) => ownerId === deal.ownerId);
    return { ...facts, ...describeStanding(owner, own), sideline_basis: 'owner' };
  }
  if (sharing === 'team' && team !== null) {
    const isInside = changes.every(([ownerId]) => team.memberIds.has(ownerId));
    return { ...facts, ...describeStanding(team.standing, isInside ? changes : []), sideline_basis: 'team' };
  }
  return { ...facts, ...noFigures };
}

const noFigures = {
  sideline_quota: '',
  sideline_attainment: '',
  sideline_gap: '',
  sideline_deal_adds: '',
  sideline_basis: '',
} as const;

/** What winning the deal in the period would change for whom; an overdue deal is taken to close when the period began. */
function listChanges(deal: DealState, period: Period, calendar: FiscalCalendar): [OwnerId, Money][] {
  if (deal.closeAt === null || deal.closeAt >= period.end) return [];
  const ifWon = { amount: deal.amount, closeAt: latestOf([deal.closeAt, period.start]) };
  const effect = measureDealEffect({ deal, ifWon, period, calendar });
  return effect.ok ? [...effect.value] : [];
}

function describeStanding({ quota, attainment, gap }: Standing, changes: readonly [OwnerId, Money][]) {
  const added = sumMoney(
    changes.map(([, amount]) => amount),
    quota.currency,
  );
  return {
    sideline_quota: toDecimalString(quota),
    sideline_attainment: toDecimal(attainment, 4),
    sideline_gap: toDecimalString(gap),
    sideline_deal_adds: changes.length === 0 ? '' : toDecimal(divideMoney(added, quota), 4),
  };
}

import type { CreditedDeal, DealSplit, MirroredDeal } from '../../src/mirror/index.ts';
import { creditMirrored } from '../../src/sync/credit-mirrored.ts';

export const portalSettings = {
  timeZone: 'Europe/Berlin',
  fiscalStartMonth: 1,
  periodKind: 'quarter',
  uncountedPipelineIds: [],
  companyCurrency: 'EUR',
} as const;

/** An open deal of owner 201's as the mirror keeps it. */
export function mirroredDeal(change: Partial<MirroredDeal> = {}): MirroredDeal {
  return {
    id: '7001',
    name: 'Acme',
    pipelineId: 'default',
    stageId: 'proposal',
    ownerId: '201',
    amount: '24000',
    currency: 'EUR',
    exchangeRate: null,
    homeMinor: 2_400_000,
    closeAt: new Date('2026-12-15T11:00:00Z'),
    createdAt: new Date('2026-10-05T09:00:00Z'),
    modifiedAt: new Date('2026-11-01T09:00:00Z'),
    isClosed: false,
    isWon: false,
    isSplit: false,
    forecastCategory: null,
    stageEnteredAt: new Date('2026-10-05T09:00:00Z'),
    wonEnteredAt: null,
    wonExitedAt: null,
    lastActivityAt: null,
    nextActivityAt: null,
    hasNextStep: false,
    stageEntries: [{ stageId: 'proposal', enteredAt: '2026-10-05T09:00:00.000Z' }],
    known: {},
    ...change,
  };
}

export const wonFacts: Partial<MirroredDeal> = {
  stageId: 'won',
  isClosed: true,
  isWon: true,
  closeAt: new Date('2026-11-10T11:00:00Z'),
  wonEnteredAt: new Date('2026-11-10T11:00:00Z'),
};

/** The same with the credit that follows. `splits` are owner and percentage. */
export function creditedDeal(
  change: Partial<MirroredDeal> = {},
  splits: Readonly<Record<string, string>> = {},
): CreditedDeal {
  const deal = mirroredDeal({ ...change, isSplit: Object.keys(splits).length > 0 });
  const shares = Object.entries(splits).map(([ownerId, percentage]): DealSplit => ({
    dealId: deal.id,
    ownerId,
    percentage,
    track: 'primary',
  }));
  return creditMirrored(deal, shares, portalSettings);
}

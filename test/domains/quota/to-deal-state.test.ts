import { toDealState } from '../../../src/domains/quota/to-deal-state.ts';
import { mirroredDeal } from '../../support/mirrored-deals.ts';
import { eur } from './examples.ts';

test('a mirrored deal as crediting sees it', () => {
  const deal = mirroredDeal({ wonExitedAt: new Date('2026-11-20T09:00:00Z') });
  const splits = [
    { dealId: deal.id, ownerId: '201', percentage: '1', track: 'primary' as const },
    { dealId: deal.id, ownerId: '202', percentage: '0.1', track: 'overlay' as const },
  ];
  expect(toDealState(deal, splits, 'EUR')).toEqual({
    dealId: '7001',
    pipelineId: 'default',
    ownerId: '201',
    amount: eur(24_000),
    closeAt: deal.closeAt,
    isWon: false,
    wonEnteredAt: null,
    wonExitedAt: deal.wonExitedAt,
    splits: [
      { ownerId: '201', percentage: '1', kind: 'primary' },
      { ownerId: '202', percentage: '0.1', kind: 'overlay' },
    ],
  });
});

test('an amount that cannot be told in company currency is none, and zero is one', () => {
  expect(toDealState(mirroredDeal({ homeMinor: null }), [], 'EUR').amount).toBeNull();
  expect(toDealState(mirroredDeal({ homeMinor: 0 }), [], 'EUR').amount).toEqual(eur(0));
});

import fc from 'fast-check';
import { describeQuotaProperties } from '../../../src/domains/quota/describe-quota-properties.ts';
import type { QuotaProperties } from '../../../src/domains/quota/describe-quota-properties.ts';
import type { DealSplit } from '../../../src/domains/quota/types.ts';
import { at, berlin, eur, openDeal, q4, standing } from './examples.ts';

type Given = Parameters<typeof describeQuotaProperties>[0];

const given: Given = {
  deal: openDeal(),
  sharing: 'everyone',
  owner: standing(213_000, 300_000),
  team: { standing: standing(900_000, 1_200_000), memberIds: new Set(['ana', 'ben', 'cleo', 'dan']) },
  period: q4,
  calendar: berlin,
  currency: 'EUR',
};
const describeWith = (change: Partial<Given>) => describeQuotaProperties({ ...given, ...change });

const ownersFigures: QuotaProperties = {
  sideline_quota: '300000.00',
  sideline_attainment: '0.7100',
  sideline_gap: '87000.00',
  sideline_deal_adds: '0.0800',
  sideline_basis: 'owner',
  sideline_period: '2026-Q4',
  sideline_currency: 'EUR',
};
const teamsFigures: QuotaProperties = {
  ...ownersFigures,
  sideline_quota: '1200000.00',
  sideline_attainment: '0.7500',
  sideline_gap: '300000.00',
  sideline_deal_adds: '0.0200',
  sideline_basis: 'team',
};
const noFigures: QuotaProperties = {
  ...ownersFigures,
  sideline_quota: '',
  sideline_attainment: '',
  sideline_gap: '',
  sideline_deal_adds: '',
  sideline_basis: '',
};
const half = (ownerId: string): DealSplit => ({ ownerId, percentage: '0.5', kind: 'primary' });

test.each<[string, Partial<Given>, QuotaProperties]>([
  ['everyone: the owner’s figures', {}, ownersFigures],
  [
    'everyone: the owner’s part of a split',
    { deal: openDeal({ splits: [half('ana'), half('ben')] }) },
    { ...ownersFigures, sideline_deal_adds: '0.0400' },
  ],
  ['everyone: no quota', { owner: null }, noFigures],
  [
    'everyone: exceeded',
    { owner: standing(330_000, 300_000) },
    { ...ownersFigures, sideline_attainment: '1.1000', sideline_gap: '-30000.00' },
  ],
  [
    'it closes in the next quarter',
    { deal: openDeal({ closeAt: at('2027-01-01T00:00') }) },
    { ...ownersFigures, sideline_deal_adds: '' },
  ],
  ['its close date has passed', { deal: openDeal({ closeAt: at('2026-08-01T12:00') }) }, ownersFigures],
  ['no close date', { deal: openDeal({ closeAt: null }) }, { ...ownersFigures, sideline_deal_adds: '' }],
  ['no amount', { deal: openDeal({ amount: null }) }, { ...ownersFigures, sideline_deal_adds: '' }],
  ['team: the group’s figures', { sharing: 'team' }, teamsFigures],
  [
    'team: split inside the group it adds all of it',
    { sharing: 'team', deal: openDeal({ splits: [half('ana'), half('ben')] }) },
    teamsFigures,
  ],
  [
    'team: split with somebody outside nothing is said, which would tell the parts',
    { sharing: 'team', deal: openDeal({ splits: [half('ana'), half('outsider')] }) },
    { ...teamsFigures, sideline_deal_adds: '' },
  ],
  ['team: no group may be published', { sharing: 'team', team: null }, noFigures],
  ['cards only: nothing of quota', { sharing: 'cards' }, noFigures],
])('%s', (_case, change, expected) => {
  expect(describeWith(change)).toEqual(expected);
});

test('at level team nothing depends on a person: not on the owner’s standing, nor on the parts within the group', () => {
  const euros = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(euros, euros, fc.integer({ min: 1, max: 99 }), euros, (credited, quota, percent, amount) => {
      const parts = [
        { ...half('ana'), percentage: `${percent / 100}` },
        { ...half('ben'), percentage: `${(100 - percent) / 100}` },
      ];
      const deal = openDeal({ amount: eur(amount) });
      const told = describeWith({
        sharing: 'team',
        deal: { ...deal, splits: parts },
        owner: standing(credited, quota),
      });
      expect(told).toEqual(describeWith({ sharing: 'team', deal, owner: null }));
    }),
  );
});

test('at level cards nothing depends on anybody’s quota', () => {
  const euros = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(euros, euros, (credited, quota) => {
      const one = standing(credited, quota);
      expect(
        describeWith({ sharing: 'cards', owner: one, team: { standing: one, memberIds: new Set(['ana']) } }),
      ).toEqual(noFigures);
    }),
  );
});

import type { PortalSeed } from '../../../src/sandbox/seed.ts';
import { tinySeed } from './tiny-seed.ts';

const createdAt = '2026-03-01T09:00:00.000Z';

/** The tiny seed with two companies and three people there, tied to its deals. */
export const firmSeed: PortalSeed = {
  ...tinySeed,
  companies: [
    {
      id: '301',
      createdAt,
      properties: { name: 'Acme Foods', domain: 'acme.example', country: 'Germany', state: null },
    },
    { id: '302', createdAt, properties: { name: 'Borealis Energy', hubspot_owner_id: '41629779' } },
  ],
  contacts: [
    {
      id: '201',
      createdAt,
      companyId: '301',
      properties: { email: 'rosa.dahl@acme.example', firstname: 'Rosa' },
    },
    {
      id: '202',
      createdAt,
      companyId: '301',
      properties: { email: 'leif.kerr@acme.example', firstname: 'Leif' },
    },
    {
      id: '203',
      createdAt,
      companyId: '302',
      properties: { email: 'mira.falk@borealis.example', firstname: 'Mira' },
    },
  ],
  deals: tinySeed.deals.map((deal) => {
    if (deal.id === '7891023') return { ...deal, companyId: '301', contactIds: ['201', '202'] };
    return deal.id === '7891024' ? { ...deal, companyId: '302', contactIds: ['203'] } : deal;
  }),
};

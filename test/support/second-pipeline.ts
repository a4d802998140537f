import type { PortalSeed } from '../../src/sandbox/seed.ts';
import { seedDeal, smallCompany } from './small-company.ts';

const soon = '2026-11-12T11:00:00.000Z';

/** The small company with a second pipeline, in which Ana has won 60,000 and has a deal open. */
export function withRenewals(): PortalSeed {
  const company = smallCompany();
  const [sales] = company.pipelines;
  const stageOf = (id: string) => `${id}-renewal`;
  const renewal = { pipelineId: 'renewals', amount: [{ at: soon, value: '60000' }] };
  return {
    ...company,
    pipelines: [
      ...company.pipelines,
      {
        id: 'renewals',
        label: 'Renewals',
        stages: (sales?.stages ?? []).map((stage) => ({ ...stage, id: stageOf(stage.id) })),
      },
    ],
    deals: [
      ...company.deals,
      seedDeal('7101', 'ana', {
        ...renewal,
        stage: [{ at: soon, value: stageOf('won') }],
        closeDate: [{ at: soon, value: soon }],
      }),
      seedDeal('7102', 'ana', { ...renewal, stage: [{ at: soon, value: stageOf('proposal') }] }),
    ],
  };
}

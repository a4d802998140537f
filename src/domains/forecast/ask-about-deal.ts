import type { OpenDeal, WinEstimator } from './types.ts';

/** The question "will this deal be won before `until`?"; a deal whose entry into its stage nobody noted was made there. */
export function askAboutDeal(
  deal: Pick<OpenDeal, 'pipelineId' | 'stageId'> & {
    readonly stageEnteredAt: Date | null;
    readonly createdAt: Date;
  },
  now: Date,
  until: Date,
): Parameters<WinEstimator>[0] {
  const { pipelineId, stageId, stageEnteredAt, createdAt } = deal;
  return { deal: { pipelineId, stageId, stageEnteredAt: stageEnteredAt ?? createdAt }, now, until };
}

import type { PipelineId } from '../../kernel/ids.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';

/**
 * Whether deals of a pipeline count towards a person's quota: one that names its pipelines counts these, whatever was
 * chosen for the portal; any other counts all but those that ops left out. Without a quota the portal's choice holds.
 */
export function countsTowards(
  pipelineId: PipelineId,
  quota: QuotaAnswer,
  uncountedPipelineIds: readonly PipelineId[],
): boolean {
  const named = quota.ok ? quota.value.pipelineIds : null;
  return named === null ? !uncountedPipelineIds.includes(pipelineId) : named.includes(pipelineId);
}

import type { StoredQuota } from './store.ts';

/** What a quota is for, whoever stated it: one subject, one set of pipelines in any order, one period. */
export function keyOfQuota({
  subjectKind,
  subjectId,
  pipelineIds,
  periodKey,
}: Pick<StoredQuota, 'subjectKind' | 'subjectId' | 'pipelineIds' | 'periodKey'>): string {
  return JSON.stringify([subjectKind, subjectId, pipelineIds?.toSorted() ?? null, periodKey]);
}

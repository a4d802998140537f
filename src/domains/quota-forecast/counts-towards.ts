import type { CountedCredit, PersonStanding } from '../quota/index.ts';

/** Whether a deal of this pipeline counts towards the person's quota; not without a quota. */
export function countsTowards(
  { quota }: Pick<PersonStanding<CountedCredit>, 'quota'>,
  pipelineId: string,
): boolean {
  return quota.ok && (quota.value.pipelineIds?.includes(pipelineId) ?? true);
}

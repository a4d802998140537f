import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { quotaSources } from './types.ts';
import type { QuotaAbsence, ResolvedQuota } from './types.ts';

export type QuotaAnswer = Result<ResolvedQuota, QuotaAbsence>;

/**
 * The answer with the strongest source (typed, imported, goal, example), among equals the first. Without any, the
 * first absence that tells more than that there is no quota.
 */
export function chooseStrongestQuota(answers: readonly [QuotaAnswer, ...QuotaAnswer[]]): QuotaAnswer {
  const present = answers.filter((answer) => answer.ok).map(({ value }) => value);
  const strongest = present.toSorted((left, right) => rankOf(left) - rankOf(right))[0];
  if (strongest !== undefined) return ok(strongest);
  return answers.find((answer) => !answer.ok && answer.failure.kind !== 'noQuota') ?? answers[0];
}

function rankOf({ source }: Pick<ResolvedQuota, 'source'>): number {
  return quotaSources.indexOf(source);
}

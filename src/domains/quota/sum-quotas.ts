import { add } from '../../kernel/money.ts';
import { quotaSources } from './types.ts';
import type { QuotaSource, ResolvedQuota } from './types.ts';

/** Adds quotas up: the sum is as weak as its weakest part and covers the pipelines of all of them. */
export function sumQuotas(quotas: readonly [ResolvedQuota, ...ResolvedQuota[]]): ResolvedQuota {
  return quotas.reduce((sum, quota) => ({
    amount: add(sum.amount, quota.amount),
    source: weakerOf(sum.source, quota.source),
    pipelineIds: sum.pipelineIds &&
      quota.pipelineIds && [...new Set([...sum.pipelineIds, ...quota.pipelineIds])],
    parts: [...sum.parts, ...quota.parts],
  }));
}

function weakerOf(left: QuotaSource, right: QuotaSource): QuotaSource {
  return quotaSources.indexOf(left) > quotaSources.indexOf(right) ? left : right;
}

import { add, zeroMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { compareToQuota } from './compare-to-quota.ts';
import { foldHierarchy } from './fold-hierarchy.ts';
import type { HierarchyCycle, HierarchyNode } from './fold-hierarchy.ts';
import type { QuotaAbsence, Standing } from './types.ts';

/** A person or team with what is its own, before anybody below is added. */
export interface RollUpNode extends HierarchyNode {
  /** Primary credit; zero for a team, whose members are nodes below it. */
  readonly credited: Money;
  /** Null for whoever carries no quota. */
  readonly quota: Money | null;
}

export interface RollUp {
  /** Primary credit of the node and everybody below, with or without a quota. */
  readonly credited: Money;
  /** Who of them carries a quota above zero. */
  readonly carrierIds: readonly string[];
  /** The carriers' credit against the carriers' quotas, so that both sides speak of the same people. */
  readonly standing: Result<Standing, QuotaAbsence>;
}

/**
 * Adds credit and quotas up through a hierarchy: every node equals its own part plus its children's. Overlay credit is
 * no part of it, because it would count a deal twice. The answer has an entry for each node, by id.
 */
export function rollUpAttainment(
  nodes: readonly RollUpNode[],
  currency: string,
): Result<Map<string, RollUp>, HierarchyCycle> {
  const sums = foldHierarchy(nodes, (node, children: readonly Sum[]) =>
    children.reduce(addSums, ownSum(node, currency)),
  );
  if (!sums.ok) return sums;
  return ok(new Map([...sums.value].map(([id, sum]) => [id, measureSum(sum)])));
}

interface Sum {
  readonly credited: Money;
  readonly carrierIds: readonly string[];
  readonly carriersCredited: Money;
  readonly carriersQuota: Money;
}

function ownSum({ id, credited, quota }: RollUpNode, currency: string): Sum {
  return quota !== null && quota.minor > 0
    ? { credited, carrierIds: [id], carriersCredited: credited, carriersQuota: quota }
    : { credited, carrierIds: [], carriersCredited: zeroMoney(currency), carriersQuota: zeroMoney(currency) };
}

function addSums(left: Sum, right: Sum): Sum {
  return {
    credited: add(left.credited, right.credited),
    carrierIds: [...left.carrierIds, ...right.carrierIds],
    carriersCredited: add(left.carriersCredited, right.carriersCredited),
    carriersQuota: add(left.carriersQuota, right.carriersQuota),
  };
}

function measureSum({ credited, carrierIds, carriersCredited, carriersQuota }: Sum): RollUp {
  return {
    credited,
    carrierIds,
    standing:
      carrierIds.length === 0 ? err({ kind: 'noQuota' }) : compareToQuota(carriersCredited, carriersQuota),
  };
}

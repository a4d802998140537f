import { sumMoney, type Money } from '../../kernel/money.ts';
import {
  distributeBands,
  findTargetMismatch,
  measureParticipation,
  type PersonStanding,
  type RollUp,
} from '../quota/index.ts';
import type { GroupSummary } from './types.ts';

/** How the quota carriers of a group stand among each other, and how its own quota relates to theirs. */
export function summariseGroup({
  rollUp,
  standings,
  ownQuota,
  currency,
}: {
  readonly rollUp: RollUp;
  readonly standings: ReadonlyMap<string, PersonStanding>;
  /** What somebody stated for the group itself; null where nobody did. */
  readonly ownQuota: Money | null;
  readonly currency: string;
}): Pick<GroupSummary, 'participation' | 'distribution' | 'mismatch'> {
  const carriers = rollUp.carrierIds.flatMap((id) => {
    const standing = standings.get(id)?.attainment.standing;
    return standing?.ok ? [standing.value] : [];
  });
  const participation = measureParticipation(carriers);
  const distribution = distributeBands(carriers.map(({ attainment }) => attainment));
  return {
    participation: participation.ok ? participation.value : null,
    distribution: distribution.ok ? distribution.value : null,
    mismatch: ownQuota && findTargetMismatch(ownQuota, memberQuotas(rollUp, currency)),
  };
}

function memberQuotas({ standing }: RollUp, currency: string): Money[] {
  return standing.ok ? [standing.value.quota] : [sumMoney([], currency)];
}

import { zeroMoney } from '../../kernel/money.ts';
import type { PersonStanding } from './measure-person.ts';
import type { RollUpNode } from './roll-up-attainment.ts';
import type { CountedCredit } from './types.ts';

export interface TeamPlace {
  readonly id: string;
  /** Null at the top. */
  readonly parentId: string | null;
}

export interface TeamMember {
  readonly ownerId: string;
  readonly teamId: string | null;
  readonly standing: PersonStanding<CountedCredit>;
}

/** Teams and people are numbered alike in HubSpot, so a team's node says that it is one. */
export const nodeOfTeam = (teamId: string): string => `team ${teamId}`;

/** Teams as places in the hierarchy of attainment: nothing of their own, everything from the people below. */
export function listTeamNodes(teams: readonly TeamPlace[], currency: string): RollUpNode[] {
  return teams.map(({ id, parentId }) => ({
    id: nodeOfTeam(id),
    parentId: parentId === null ? null : nodeOfTeam(parentId),
    credited: zeroMoney(currency),
    quota: null,
  }));
}

/** People as places below their teams, with their own credit and quota. */
export function listPersonNodes(members: readonly TeamMember[]): RollUpNode[] {
  return members.map(({ ownerId, teamId, standing }) => ({
    id: ownerId,
    parentId: teamId === null ? null : nodeOfTeam(teamId),
    credited: standing.attainment.credited,
    quota: standing.quota.ok ? standing.quota.value.amount : null,
  }));
}

import type { ScoredLevels } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';

/** Who said it about whom; levels can be opened under exactly this and nothing else. */
export interface LevelsOwner {
  readonly portalId: number;
  readonly scorerId: string;
  readonly repId: string;
}

/** Levels are what one person thinks of another: they are sealed as words are. */
export function sealLevels(sealer: TextSealer, owner: LevelsOwner, levels: ScoredLevels): string {
  return sealer.seal(JSON.stringify(levels), purposeOf(owner));
}

export function openLevels(sealer: TextSealer, owner: LevelsOwner, sealed: string): ScoredLevels {
  return JSON.parse(sealer.open(sealed, purposeOf(owner))) as ScoredLevels;
}

const purposeOf = ({ portalId, scorerId, repId }: LevelsOwner): string =>
  `portal:${portalId}:levels of ${scorerId} about ${repId}`;

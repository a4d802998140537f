import type { ScoredLevels } from '../../../contract/index.ts';

/** Levels by skill. */
export function mapLevels(levels: ScoredLevels): Map<string, number> {
  return new Map(levels.map(({ skillId, level }) => [skillId, level]));
}

import { localDate } from '../../../kernel/period.ts';
import { mapLevels } from './map-levels.ts';
import type { KeptScoring } from './scorings/store.ts';
import type { PublishedRubric, Rubric, Scoring } from './types.ts';

export interface TracedRubric {
  readonly rubric: Rubric;
  /** The oldest first. */
  readonly scorings: readonly Scoring[];
}

/**
 * What belongs together in a trend: of all scorings of a rep, given the newest first, those by the person and the rubric of
 * the newest, in versions with as many levels. Null without any.
 */
export function traceRubric(
  kept: readonly KeptScoring[],
  versions: readonly PublishedRubric[],
  timeZone: string,
): TracedRubric | null {
  const rubricOf = ({ rubricId, version }: KeptScoring) =>
    versions.find((each) => each.rubricId === rubricId && each.version === version)?.rubric;
  const [newest] = kept;
  const rubric = newest && rubricOf(newest);
  if (!rubric) return null;
  const levels = countLevels(rubric);
  const alike = kept.filter(
    (each) =>
      each.scorerId === newest.scorerId &&
      each.rubricId === newest.rubricId &&
      countLevels(rubricOf(each)) === levels,
  );
  const scorings = alike.map((each) => ({
    scoredOn: localDate(each.at, timeZone),
    levels: mapLevels(each.levels),
  }));
  return { rubric, scorings: scorings.toReversed() };
}

const countLevels = (rubric: Rubric | undefined): number | undefined => rubric?.skills[0]?.anchors.length;

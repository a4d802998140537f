/** One shared scoring as a number: Σ weight · level / Σ weight, between 1 and the rubric's number of levels. */
export interface DriftScoring {
  readonly managerId: string;
  readonly repId: string;
  readonly score: number;
}

/** How a manager scores beside the others, by the same rubric. */
export interface ManagerDrift {
  readonly managerId: string;
  /** Scorings of this manager, and how many reps they are about. */
  readonly scorings: number;
  readonly reps: number;
  readonly mean: number;
  /** The mean of all others' scorings, and their number. */
  readonly othersMean: number;
  readonly othersScorings: number;
  /** mean − othersMean, in levels: above 0 this manager gives more. */
  readonly difference: number;
}

/** With fewer on either side a mean speaks of single reps, or of chance. Convention. */
export const driftNeeds = { scorings: 10, reps: 3 } as const;

/**
 * How far each manager's mean score lies from the others' mean. Nothing is said of a manager where they, or all others
 * together, have fewer than ten scorings or fewer than three reps. A difference may lie in the reps as well; a calibration
 * tells.
 */
export function measureDrift(scorings: readonly DriftScoring[]): ManagerDrift[] {
  return [...Map.groupBy(scorings, ({ managerId }) => managerId)].flatMap(([managerId, own]) => {
    const others = scorings.filter((each) => each.managerId !== managerId);
    if (!isEnough(own) || !isEnough(others)) return [];
    const [mean, othersMean] = [meanOf(own), meanOf(others)];
    return [
      {
        managerId,
        scorings: own.length,
        reps: countReps(own),
        mean,
        othersMean,
        othersScorings: others.length,
        difference: mean - othersMean,
      },
    ];
  });
}

const countReps = (scorings: readonly DriftScoring[]): number =>
  new Set(scorings.map(({ repId }) => repId)).size;
const isEnough = (scorings: readonly DriftScoring[]): boolean =>
  scorings.length >= driftNeeds.scorings && countReps(scorings) >= driftNeeds.reps;
const meanOf = (scorings: readonly DriftScoring[]): number =>
  scorings.reduce((sum, { score }) => sum + score, 0) / scorings.length;

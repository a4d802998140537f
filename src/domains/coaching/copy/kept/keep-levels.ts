import type { Calibration } from '../../calibration/types.ts';

/**
 * A calibration as a person takes it along: with the levels that they gave, and in their copy with those that were given on
 * their own deal. Empty where the deal was theirs and they take no part, outside of a copy.
 */
export function keepLevels(calibration: Calibration, personId: string, isCopy: boolean): Calibration[] {
  if (calibration.repId === personId && isCopy) return [calibration];
  const own = calibration.scorings.filter(({ managerId }) => managerId === personId);
  if (own.length === 0 && calibration.directorId !== personId) return [];
  return [{ ...calibration, scorings: own }];
}

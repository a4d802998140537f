import { addMonths } from 'date-fns/addMonths';
import type { Calibration as Described } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { mapLevels } from '../rubric/map-levels.ts';
import type { PublishedRubric } from '../rubric/types.ts';
import { OPEN_MONTHS } from './rules.ts';
import type { Calibration } from './types.ts';

interface CalibrationReader {
  readonly viewerId: string;
  readonly nameOf: (ownerId: string) => string;
  readonly timeZone: string;
}

/** A calibration as one of those who take part in it may see it: no level of anybody's before their own. */
export function describeCalibration(
  calibration: Calibration,
  { rubricId, version, rubric }: PublishedRubric,
  { viewerId, nameOf, timeZone }: CalibrationReader,
): Described {
  const { id, dealId, dealName, repId, directorId, createdAt, scorings } = calibration;
  const byName = (ownerId: string): string => (ownerId === viewerId ? 'you' : nameOf(ownerId));
  const own = scorings.find(({ managerId }) => managerId === viewerId);
  const skills = rubric.skills.map((skill) => ({ ...skill, anchors: [...skill.anchors] }));
  return {
    id,
    dealId,
    dealName: dealName ?? `Deal ${dealId}`,
    summary: `${nameOf(repId)}'s deal · ${rubric.name} · started ${localDay(createdAt, timeZone)} by ${byName(directorId)}`,
    progress: describeProgress(calibration, byName, timeZone),
    rubric: { rubricId, version, name: rubric.name, skills },
    mayScore: own?.levels === null,
    scores: own?.levels ? layOut(calibration, rubric, byName) : null,
  };
}

function describeProgress(
  { scorings, createdAt }: Calibration,
  byName: (ownerId: string) => string,
  timeZone: string,
): string {
  const missing = scorings.filter(({ levels }) => levels === null).map(({ managerId }) => byName(managerId));
  const done = `${scorings.length - missing.length} of ${scorings.length} have scored`;
  if (missing.length === 0) return done;
  return `${done}; still to score: ${missing.join(', ')}, until ${localDay(addMonths(createdAt, OPEN_MONTHS), timeZone)}`;
}

function layOut(
  { scorings }: Calibration,
  { skills }: PublishedRubric['rubric'],
  byName: (ownerId: string) => string,
): NonNullable<Described['scores']> {
  const given = scorings.flatMap(({ managerId, levels }) =>
    levels === null ? [] : [{ name: byName(managerId), levels: mapLevels(levels) }],
  );
  return {
    by: given.map(({ name }) => (name === 'you' ? 'You' : name)),
    skills: skills.map(({ id, name }) => ({
      name,
      levels: given.map(({ levels }) => levels.get(id) ?? null),
    })),
  };
}

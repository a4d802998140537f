import type { SkillLine } from '../../../contract/index.ts';
import { traceSkill } from '../rubric/trace-skill.ts';
import type { Rubric, Scoring } from '../rubric/types.ts';

/** A rep's skills over time, by one person's scorings with this rubric: a line each skill that was scored. */
export function describeSkills({ skills }: Rubric, scorings: readonly Scoring[]): SkillLine[] {
  const ordered = scorings.toSorted((one, other) => one.scoredOn.localeCompare(other.scoredOn));
  return skills.flatMap(({ id, name, anchors }) => {
    const level = ordered.flatMap((scoring) => scoring.levels.get(id) ?? []).at(-1);
    if (level === undefined) return [];
    const trend = describeTrend(traceSkill(id, ordered));
    return [{ id, name, level: `level ${level} of ${anchors.length}`, trend }];
  });
}

function describeTrend(trend: ReturnType<typeof traceSkill>): string {
  if (trend.kind === 'tooFew') return `a trend from ${trend.needed} scorings on, ${trend.scorings} so far`;
  const { direction, before, now } = trend;
  return direction === 'steady' ? `steady at ${now}` : `${direction} from ${before} to ${now}`;
}

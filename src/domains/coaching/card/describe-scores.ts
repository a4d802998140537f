import type { NoteScores } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { compareRatios, toDecimal, zeroRatio, type Ratio } from '../../../kernel/ratio.ts';
import type { Note } from '../notes/types.ts';
import { compareScorings } from '../rubric/compare-scorings.ts';
import { mapLevels } from '../rubric/map-levels.ts';
import type { PublishedRubric, Skill } from '../rubric/types.ts';
import type { WeightedScore } from '../rubric/weigh-scoring.ts';

interface ScoresReader {
  readonly viewerId: string;
  readonly nameOf: (ownerId: string) => string;
}

/** What author and rep said beside a note, side by side; null where the author scored nothing. */
export function describeScores(
  { content, selfScoring, authorId, repId, state }: Note,
  published: PublishedRubric | undefined,
  { viewerId, nameOf }: ScoresReader,
): NoteScores | null {
  if (!content.scoring || !published) return null;
  const { rubricId, version, rubric } = published;
  const compared = compareScorings(
    rubric,
    { levels: mapLevels(content.scoring.levels) },
    { levels: mapLevels(selfScoring?.levels ?? []) },
  );
  const skills = compared.skills.flatMap((row, index) => {
    const skill = rubric.skills[index];
    if (!skill || (row.manager === null && row.self === null)) return [];
    return [
      {
        id: skill.id,
        name: skill.name,
        manager: describeLevel(skill, row.manager),
        self: describeLevel(skill, row.self),
        gap: row.gap === null ? null : describeLevels(row.gap),
      },
    ];
  });
  const inBoth = compared.skills.filter(({ gap }) => gap !== null).length;
  return {
    rubricId,
    version,
    rubricName: rubric.name,
    skills,
    managerTotal: describeTotal(compared.manager, rubric.skills.length),
    selfTotal: describeTotal(compared.self, rubric.skills.length),
    gap:
      compared.gap === null
        ? null
        : describeGap(compared.gap, inBoth, {
            isRep: viewerId === repId,
            other: nameOf(viewerId === repId ? authorId : repId),
          }),
    mayScoreSelf: viewerId === repId && state === 'shared' && selfScoring === null,
  };
}

const describeLevel = ({ anchors }: Skill, level: number | null) =>
  level === null ? null : { level, anchor: anchors[level - 1] ?? '' };

const describeLevels = (gap: number): string =>
  gap === 0 ? 'the same' : `${Math.abs(gap)} ${gap > 0 ? 'higher' : 'lower'}`;

function describeTotal(weighted: WeightedScore | null, skills: number): string | null {
  if (weighted === null) return null;
  const scored = skills - weighted.notScored.length;
  const basis = scored === skills ? '' : `, over ${scored} of ${countNoun(skills, 'skill')}`;
  return `${toDecimal(weighted.score, 1)} of ${weighted.of}${basis}`;
}

function describeGap(
  gap: Ratio,
  skills: number,
  { isRep, other }: { isRep: boolean; other: string },
): string {
  const basis = `over ${countNoun(skills, 'skill')} that both scored`;
  const size = toDecimal(gap, 1).replace('-', '');
  if (size === '0.0') return `You and ${other} come to the same, ${basis}.`;
  const way = compareRatios(gap, zeroRatio) > 0 ? 'higher' : 'lower';
  return isRep
    ? `You put yourself ${size} levels ${way} than ${other} does, ${basis}.`
    : `${other} puts themselves ${size} levels ${way} than you do, ${basis}.`;
}

// Generated from extensions/src/app/cards/shared/LevelFields.tsx by `npm run generate`: edit it there.
import { Flex, Select } from '@hubspot/ui-extensions';
import type { RubricSkill, ScoredLevels } from '../contract/index.ts';

interface LevelFieldsProps {
  /** Stands before the names of the fields: there may be several forms on one card. */
  name: string;
  skills: readonly RubricSkill[];
  levels: ScoredLevels;
  onLevels: (levels: ScoredLevels) => void;
}

const notScored = 0;

/** A choice of level a skill, each with what one sees or hears at it; a skill of which nothing was seen stays open. */
export function LevelFields({ name, skills, levels, onLevels }: LevelFieldsProps) {
  const levelOf = (skillId: string) => levels.find((each) => each.skillId === skillId)?.level ?? notScored;
  const choose = (chosenId: string, chosen: number) =>
    onLevels(
      skills.flatMap(({ id }) => {
        const level = id === chosenId ? chosen : levelOf(id);
        return level === notScored ? [] : [{ skillId: id, level }];
      }),
    );
  return (
    <Flex direction="column" gap="sm">
      {skills.map(({ id, name: label, anchors }) => (
        <Select
          key={id}
          label={label}
          name={`${name}-${id}`}
          options={[
            { label: 'Not scored', value: notScored },
            ...anchors.map((anchor, index) => ({ label: `${index + 1} · ${anchor}`, value: index + 1 })),
          ]}
          value={levelOf(id)}
          description={anchors[levelOf(id) - 1] ?? 'Not seen, or not looked at this time.'}
          onChange={(level) => choose(id, Number(level))}
        />
      ))}
    </Flex>
  );
}

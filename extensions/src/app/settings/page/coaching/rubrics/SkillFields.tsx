import { Accordion, Box, Button, Flex, Input, NumberInput, TextArea } from '@hubspot/ui-extensions';
import type { TypedRubric } from '../../../contract/index.ts';

type Skill = TypedRubric['skills'][number];

interface SkillFieldsProps {
  /** Counted from 1. */
  number: number;
  skill: Skill;
  faultAt: (field: string) => string | null;
  onSkill: (part: Partial<Skill>) => void;
  onAnchor: (level: number, text: string) => void;
  onRemove: () => void;
}

/** One skill: its name, its weight, and what one sees or hears at each level. */
export function SkillFields({ number, skill, faultAt, onSkill, onAnchor, onRemove }: SkillFieldsProps) {
  const { name, weight, anchors } = skill;
  const fault = (field: string) => ({
    error: faultAt(field) !== null,
    validationMessage: faultAt(field) ?? '',
  });
  return (
    <Accordion
      title={`${name === '' ? `Skill ${number}` : name} · ${weight}`}
      size="small"
      defaultOpen={skill.id === null}
    >
      <Flex direction="column" gap="sm">
        <Flex gap="sm" align="end">
          <Box flex={3}>
            <Input
              label="Skill"
              name={`skill-${number}`}
              value={name}
              {...fault('name')}
              onChange={(typed) => onSkill({ name: typed })}
            />
          </Box>
          <Box flex={1}>
            <NumberInput
              label="Weight"
              name={`weight-${number}`}
              value={weight}
              min={0}
              max={100}
              {...fault('weight')}
              onChange={(typed) => onSkill({ weight: Number.isFinite(typed) ? typed : 0 })}
            />
          </Box>
          <Button variant="transparent" size="sm" onClick={onRemove}>
            Remove
          </Button>
        </Flex>
        {anchors.map((anchor, index) => (
          <TextArea
            key={index}
            label={`Level ${index + 1}`}
            name={`anchor-${number}-${index + 1}`}
            placeholder="What one sees or hears"
            rows={2}
            value={anchor}
            {...fault(`anchors.${index}`)}
            onChange={(text) => onAnchor(index + 1, text)}
          />
        ))}
      </Flex>
    </Accordion>
  );
}

import { Button, Flex, Input, Select, StepperInput, Text } from '@hubspot/ui-extensions';
import type { RubricsView, TypedRubric } from '../../../contract/index.ts';
import type { FailureNotice } from '../../../shared/ask-service.ts';
import { addSkill, changeAnchor, changeSkill, levelsOf, removeSkill, setLevels } from './rubric-draft.ts';
import { SkillFields } from './SkillFields.tsx';

interface RubricFieldsProps {
  draft: TypedRubric;
  view: RubricsView;
  /** What the service would not take, with its field: "rubric.skills.0.anchors.2". */
  fault: FailureNotice | null;
  onDraft: (draft: TypedRubric) => void;
}

/** For whom a rubric is, and its skills with weights and levels. */
export function RubricFields({ draft, view: { scopes, limits }, fault, onDraft }: RubricFieldsProps) {
  const faultAt = (field: string) => (fault?.field === `rubric.${field}` ? fault.message : null);
  const keyOf = (scope: TypedRubric['scope']) => JSON.stringify(scope);
  const isKnown = scopes.some(({ scope }) => keyOf(scope) === keyOf(draft.scope));
  return (
    <Flex direction="column" gap="md">
      <Input
        label="Name"
        name="rubric-name"
        value={draft.name}
        error={faultAt('name') !== null}
        validationMessage={faultAt('name') ?? ''}
        onChange={(name) => onDraft({ ...draft, name })}
      />
      <Select
        label="For"
        name="rubric-scope"
        options={scopes.map(({ scope, label }) => ({ label, value: keyOf(scope) }))}
        {...(isKnown && { value: keyOf(draft.scope) })}
        error={faultAt('scope') !== null}
        validationMessage={faultAt('scope') ?? ''}
        onChange={(chosen) => {
          const found = scopes.find(({ scope }) => keyOf(scope) === chosen);
          if (found) onDraft({ ...draft, scope: found.scope });
        }}
      />
      <StepperInput
        label="Levels of every skill"
        name="rubric-levels"
        description="Level 1 is the lowest. With other levels, trends begin anew."
        min={limits.fewestLevels}
        max={limits.mostLevels}
        value={levelsOf(draft)}
        onChange={(count) => {
          if (count >= limits.fewestLevels && count <= limits.mostLevels) onDraft(setLevels(draft, count));
        }}
      />
      {draft.skills.map((skill, index) => (
        <SkillFields
          key={skill.id ?? `new-${index}`}
          number={index + 1}
          skill={skill}
          faultAt={(field) => faultAt(`skills.${index}.${field}`)}
          onSkill={(part) => onDraft(changeSkill(draft, index, part))}
          onAnchor={(level, text) => onDraft(changeAnchor(draft, index, level, text))}
          onRemove={() => onDraft(removeSkill(draft, index))}
        />
      ))}
      <Flex direction="column" gap="flush" align="start">
        {draft.skills.length < limits.skills ? (
          <Button size="xs" onClick={() => onDraft(addSkill(draft))}>
            Add a skill
          </Button>
        ) : (
          <Text variant="microcopy">{`At most ${limits.skills} skills, so that each can be seen in a talk.`}</Text>
        )}
      </Flex>
    </Flex>
  );
}

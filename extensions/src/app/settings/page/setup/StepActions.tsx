import { Button, Flex } from '@hubspot/ui-extensions';
import { setupView, type SetupStepId } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage, type SectionId } from '../page-context.ts';
import type { StepProps } from './Step.tsx';

interface Action {
  /** Where the step is done. */
  section: SectionId | null;
  look: string;
  /** What a person says who has looked and is content. */
  confirm: string;
}

const actions: Partial<Record<SetupStepId, Action>> = {
  dataGaps: { section: 'dataQuality', look: 'See the gaps', confirm: 'Go on with these gaps' },
  hierarchy: { section: 'people', look: 'Check who reports to whom', confirm: 'This is right' },
  quotas: { section: 'quotas', look: 'Check the quotas', confirm: 'These are our quotas' },
  sharing: { section: 'sharing', look: 'Choose who sees what', confirm: 'Keep this' },
  write: { section: 'writing', look: 'See what will be written', confirm: '' },
  cards: { section: null, look: '', confirm: 'They are in place' },
  invite: { section: null, look: '', confirm: 'They are invited' },
};

/** What can be done about a step. Looking comes first; where there is nothing to look at, confirming does. */
export function StepActions({ step, isNext, onChanged }: StepProps) {
  const { goTo } = usePage();
  const action = actions[step.id];
  if (!action) return null;
  const { section, look, confirm } = action;
  const mayConfirm = step.mayConfirm && step.state !== 'done';
  if (section === null && !mayConfirm) return null;
  return (
    <Flex gap="sm" align="start" wrap>
      {section !== null && (
        <Button
          size="small"
          variant={isNext ? 'primary' : step.state === 'done' ? 'transparent' : 'secondary'}
          onClick={() => goTo(section)}
        >
          {step.state === 'done' ? 'Look again' : look}
        </Button>
      )}
      {mayConfirm && (
        <ChangeButton
          size="small"
          variant={isNext && section === null ? 'primary' : 'secondary'}
          change={{ path: '/settings/setup/confirm', input: { step: step.id }, answer: setupView }}
          onDone={onChanged}
        >
          {confirm}
        </ChangeButton>
      )}
    </Flex>
  );
}

import { Flex, Input, MultiSelect, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done, type CalibrationView } from '../../../contract/index.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import type { CalibrationReach } from './Calibration.tsx';
import { readDealId } from './read-deal-id.ts';

interface StartCalibrationProps {
  reach: CalibrationReach;
  view: CalibrationView;
  onStarted: () => void;
}

/** A director chooses a deal, a rubric, and who scores. */
export function StartCalibration({ reach, view: { managers, rubrics }, onStarted }: StartCalibrationProps) {
  const [typed, setTyped] = useState('');
  const [rubricId, setRubricId] = useState(rubrics[0]?.rubricId ?? '');
  const [managerIds, setManagerIds] = useState<string[]>([]);
  const dealId = readDealId(typed);
  const isUnreadable = typed.trim() !== '' && dealId === null;
  return (
    <Flex direction="column" gap="sm">
      <Input
        label="Deal"
        name="calibration-deal"
        description="Paste the address of a deal of your people, or its number."
        value={typed}
        error={isUnreadable}
        validationMessage={isUnreadable ? 'This is no address of a deal, and no number of one.' : ''}
        onInput={setTyped}
        onChange={setTyped}
      />
      <Select
        label="Rubric"
        name="calibration-rubric"
        options={rubrics.map((rubric) => ({ label: rubric.name, value: rubric.rubricId }))}
        value={rubricId}
        onChange={(value) => setRubricId(String(value))}
      />
      <MultiSelect
        label="Who scores"
        name="calibration-managers"
        description="Two or more."
        options={managers.map(({ ownerId, name }) => ({ label: name, value: ownerId }))}
        value={managerIds}
        onChange={(values) => setManagerIds(values.map(String))}
      />
      <ChangeButton
        reach={reach}
        disabled={dealId === null || managerIds.length < 2}
        change={{
          path: '/home/coaching/calibration/start',
          input: { dealId, rubricId, managerIds },
          answer: done,
        }}
        onDone={() => {
          setTyped('');
          setManagerIds([]);
          onStarted();
        }}
      >
        Start calibration
      </ChangeButton>
    </Flex>
  );
}

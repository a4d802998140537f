import { Box, DateInput, Flex, Select, Text, type BaseDate } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CardActions } from '../../../coaching/card-context.ts';
import { done, type MeetingView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { cadenceOptions } from '../../../shared/cadences.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import { toDateInput, toIsoDate } from '../../../shared/date-input.ts';
import { useChange } from '../../../shared/use-change.ts';

interface PlanMeetingProps {
  reach: Reach;
  actions: CardActions;
  view: MeetingView;
  onChanged: () => void;
}

/** How often, and this one on another day or not at all. */
export function PlanMeeting({ reach, actions, view, onChanged }: PlanMeetingProps) {
  const { rep, next, cadence } = view;
  const [moveTo, setMoveTo] = useState<string | null>(null);
  const { failure, send } = useChange(reach);
  if (next === null) return null;
  const repId = rep.ownerId;
  const tell = ({ message }: { message: string }) => {
    actions.addAlert({ type: 'success', message });
    setMoveTo(null);
    onChanged();
  };
  const setCadence = async (chosen: string) => {
    const result = await send({
      path: '/home/coaching/meeting/cadence',
      input: { repId, cadence: chosen },
      answer: done,
    });
    if (result.ok) tell(result.view);
  };
  const change = (to: string | null) => ({
    path: '/home/coaching/meeting/change',
    input: { repId, dueOn: next.dueOn, moveTo: to },
    answer: done,
  });
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" align="end" wrap>
        <Box>
          <Select
            label="How often"
            name="cadence"
            options={cadenceOptions}
            value={cadence}
            onChange={(value) => void setCadence(String(value))}
          />
        </Box>
        <Box>
          <DateInput
            label="On another day"
            name="move-to"
            format="medium"
            timezone="portalTz"
            value={toDateInput(moveTo ?? next.dueOn)}
            onChange={(date: BaseDate | null) => setMoveTo(date && toIsoDate(date))}
          />
        </Box>
        <ChangeButton
          reach={reach}
          size="sm"
          disabled={moveTo === null || moveTo === next.dueOn}
          change={change(moveTo)}
          onDone={tell}
        >
          Move
        </ChangeButton>
        <ChangeButton reach={reach} size="sm" change={change(null)} onDone={tell}>
          Skip this one
        </ChangeButton>
      </Flex>
      {failure !== null && <Text format={{ fontWeight: 'demibold' }}>{failure.message}</Text>}
    </Flex>
  );
}

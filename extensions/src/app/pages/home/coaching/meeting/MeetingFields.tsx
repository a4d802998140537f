import { Box, DateInput, Flex, NumberInput, Select, type BaseDate } from '@hubspot/ui-extensions';
import type { HoldMeetingRequest } from '../../../contract/index.ts';
import { toDateInput, toIsoDate } from '../../../shared/date-input.ts';

export type MeetingFacts = Pick<HoldMeetingRequest, 'heldOn' | 'minutes' | 'attendance'>;

interface MeetingFieldsProps {
  facts: MeetingFacts;
  repName: string;
  today: string;
  onChange: (facts: MeetingFacts) => void;
}

/** When, how long, and who was there. */
export function MeetingFields({ facts, repName, today, onChange }: MeetingFieldsProps) {
  const { heldOn, minutes, attendance } = facts;
  return (
    <Flex gap="sm" wrap>
      <Box>
        <DateInput
          label="On"
          name="held-on"
          format="medium"
          timezone="portalTz"
          max={toDateInput(today)}
          value={toDateInput(heldOn)}
          onChange={(date: BaseDate | null) => date && onChange({ ...facts, heldOn: toIsoDate(date) })}
        />
      </Box>
      <Box>
        <Select
          label="Who was there"
          name="attendance"
          options={[
            { label: 'Both of us', value: 'both' },
            { label: `${repName} was missing`, value: 'rep missing' },
            { label: 'I was missing', value: 'manager missing' },
          ]}
          value={attendance}
          onChange={(value) => onChange({ ...facts, attendance: readAttendance(value) })}
        />
      </Box>
      {attendance === 'both' && (
        <Box>
          <NumberInput
            label="Minutes"
            name="minutes"
            min={1}
            max={480}
            value={minutes}
            onChange={(value) => onChange({ ...facts, minutes: value })}
          />
        </Box>
      )}
    </Flex>
  );
}

function readAttendance(value: unknown): MeetingFacts['attendance'] {
  return value === 'rep missing' || value === 'manager missing' ? value : 'both';
}

import { Box, Flex, Heading, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { calendarView, type CalendarView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';
import { CalendarChange } from './CalendarChange.tsx';
import { showDay } from '../show-day.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((label, index) => ({ label, value: index + 1 }));

const kinds = [
  { label: 'Quarters', value: 'quarter' },
  { label: 'Months', value: 'month' },
];

/** The two choices, what a change would do, and Save. */
export function FiscalYear({ view, onSaved }: { view: CalendarView; onSaved: (view: CalendarView) => void }) {
  const { actions } = usePage();
  const [periodKind, setPeriodKind] = useState(view.periodKind);
  const [fiscalStartMonth, setStartMonth] = useState(view.fiscalStartMonth);
  const isChange = periodKind !== view.periodKind || fiscalStartMonth !== view.fiscalStartMonth;
  const { label, first, last } = view.current;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Heading>Fiscal year</Heading>
        <Text>{`Now is ${label}: ${showDay(first)} to ${showDay(last)}.`}</Text>
      </Flex>
      <Flex gap="md" wrap>
        <Box>
          <Select
            label="Quotas are for"
            name="periodKind"
            options={kinds}
            value={periodKind}
            onChange={(value) => setPeriodKind(value === 'month' ? 'month' : 'quarter')}
          />
        </Box>
        <Box>
          <Select
            label="The fiscal year begins in"
            name="fiscalStartMonth"
            options={months}
            value={fiscalStartMonth}
            onChange={(value) => setStartMonth(Number(value))}
          />
        </Box>
      </Flex>
      <Text variant="microcopy">{`Time zone ${view.timeZone}, currency ${view.currency}. ${view.hubspotNote}`}</Text>
      {isChange && <CalendarChange periodKind={periodKind} fiscalStartMonth={fiscalStartMonth} />}
      <ChangeButton
        variant="primary"
        disabled={!isChange}
        change={{ path: '/settings/calendar', input: { periodKind, fiscalStartMonth }, answer: calendarView }}
        onDone={(saved) => {
          actions.addAlert({ type: 'success', message: 'Saved. Every deal is credited anew now.' });
          onSaved(saved);
        }}
      >
        Save
      </ChangeButton>
    </Flex>
  );
}

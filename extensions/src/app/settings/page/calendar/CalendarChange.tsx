import { Alert, Flex, List, Text } from '@hubspot/ui-extensions';
import { calendarPreview, type CalendarView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { showDay } from '../show-day.ts';

interface CalendarChangeProps {
  periodKind: CalendarView['periodKind'];
  fiscalStartMonth: number;
}

/** What would follow from another calendar, before anything is saved. */
export function CalendarChange({ periodKind, fiscalStartMonth }: CalendarChangeProps) {
  return (
    <Loaded
      question={{
        path: '/settings/calendar/preview',
        query: { periodKind, fiscalStartMonth: String(fiscalStartMonth) },
        answer: calendarPreview,
      }}
      label="Working out what would change"
    >
      {({ after, consequences }) => (
        <Alert title="What would change" variant="warning">
          <Flex direction="column" gap="xs">
            {consequences.length > 0 && (
              <List>
                {consequences.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
              </List>
            )}
            <Text>
              {`Periods: ${after
                .map(({ label, first, last }) => `${label} (${showDay(first)} to ${showDay(last)})`)
                .join(', ')}.`}
            </Text>
          </Flex>
        </Alert>
      )}
    </Loaded>
  );
}

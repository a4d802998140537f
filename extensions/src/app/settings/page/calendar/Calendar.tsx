import { Flex } from '@hubspot/ui-extensions';
import { calendarView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { Pipelines } from '../pipelines/Pipelines.tsx';
import { FiscalYear } from './FiscalYear.tsx';

/** Which periods quotas are stated for, when the fiscal year begins, and which pipelines count. */
export function Calendar() {
  return (
    <Flex direction="column" gap="lg">
      <Loaded question={{ path: '/settings/calendar', answer: calendarView }} label="Reading the calendar">
        {(view, { show }) => (
          <FiscalYear key={`${view.periodKind} ${view.fiscalStartMonth}`} view={view} onSaved={show} />
        )}
      </Loaded>
      <Pipelines />
    </Flex>
  );
}

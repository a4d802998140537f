import { EmptyState, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { CoachingOverviewView } from '../../contract/index.ts';
import { ManagersTable } from './ManagersTable.tsx';
import type { Whose } from './meeting/Meeting.tsx';
import { OwnMeeting } from './OwnMeeting.tsx';
import { ReportsTable } from './ReportsTable.tsx';

interface OverviewProps {
  view: CoachingOverviewView;
  onOpen: (whose: Whose) => void;
}

/** Coverage and what is overdue first, then who is next, then promises and time; a level up the same of managers. */
export function Overview({ view, onOpen }: OverviewProps) {
  const { own, reports, coverage, completion, time, managers, nextStep } = view;
  if (nextStep !== null)
    return (
      <EmptyState title="No 1:1s yet" layout="vertical">
        <Text>{nextStep}</Text>
      </EmptyState>
    );
  return (
    <Flex direction="column" gap="lg">
      {reports.length > 0 && (
        <Flex direction="column" gap="sm">
          <Heading>{describeHead(view)}</Heading>
          {coverage !== null && <Text>{`${coverage.text} (${coverage.percent} %).`}</Text>}
          <ReportsTable reports={reports} onOpen={onOpen} />
        </Flex>
      )}
      {own !== null && <OwnMeeting own={own} isAlone={reports.length === 0} onOpen={onOpen} />}
      {completion.length > 0 && <Sentences title="Kept promises" lines={completion} />}
      {time.length > 0 && <Sentences title="Coaching time" lines={time} />}
      {managers.length > 0 && (
        <Flex direction="column" gap="sm">
          <Heading>Managers who report to you</Heading>
          <ManagersTable managers={managers} />
        </Flex>
      )}
    </Flex>
  );
}

function describeHead({ reports }: CoachingOverviewView): string {
  const overdue = reports.filter(({ isOverdue }) => isOverdue).length;
  if (overdue === 0) return 'No 1:1 is overdue';
  return overdue === 1 ? '1 of your 1:1s is overdue' : `${overdue} of your 1:1s are overdue`;
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Flex>
  );
}

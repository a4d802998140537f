import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { calendarView, pipelinesView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
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
      <Loaded question={{ path: '/settings/pipelines', answer: pipelinesView }} label="Reading the pipelines">
        {({ rule, pipelines }) => (
          <Flex direction="column" gap="sm">
            <Heading>Pipelines</Heading>
            <Text>{rule}</Text>
            <Table density="condensed">
              <TableHead>
                <TableRow>
                  <TableHeader>Pipeline</TableHeader>
                  <TableHeader align="right">Open deals</TableHeader>
                  <TableHeader align="right">Quotas for it alone</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {pipelines.map(({ id, label, openDeals, ownQuotas }) => (
                  <TableRow key={id}>
                    <TableCell width="max">{label}</TableCell>
                    <TableCell align="right">{openDeals.toLocaleString('en')}</TableCell>
                    <TableCell align="right">{ownQuotas.toLocaleString('en')}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Flex>
        )}
      </Loaded>
    </Flex>
  );
}

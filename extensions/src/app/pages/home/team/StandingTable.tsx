import {
  Flex,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { HomeTeamRow } from '../../contract/index.ts';
import type { Figure } from './figure.ts';

interface StandingTableProps {
  rows: readonly HomeTeamRow[];
  currency: string;
  onOpen: (figure: Figure) => void;
}

/** One row a team and a person, as deep as the hierarchy goes. */
export function StandingTable({ rows, currency, onOpen }: StandingTableProps) {
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader align="right">Attainment</TableHeader>
          <TableHeader align="right">{`Won, ${currency}`}</TableHeader>
          <TableHeader align="right">Quota</TableHeader>
          <TableHeader align="right">On pace for</TableHeader>
          <TableHeader align="right">Needed a day</TableHeader>
          <TableHeader align="right">Forecast</TableHeader>
          <TableHeader align="right">Coverage</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <StandingRow key={row.subject} row={row} onOpen={onOpen} />
        ))}
      </TableBody>
    </Table>
  );
}

/** HubSpot's tables have no indent of their own: a space that is not trimmed stands for a level. */
const indent = (depth: number) => '\u2003'.repeat(depth);

function StandingRow({ row, onOpen }: { row: HomeTeamRow; onOpen: (figure: Figure) => void }) {
  const { subject, name, depth, kind, attainment, won, quota, pace, needed, forecast, coverage, remarks } =
    row;
  const open = (figure: Figure['figure']) => () => onOpen({ subject, figure });
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column" gap="flush">
          <Text
            format={{ fontWeight: kind === 'person' ? 'regular' : 'demibold' }}
          >{`${indent(depth)}${name}`}</Text>
          {remarks.map((remark) => (
            <Text key={remark} variant="microcopy">{`${indent(depth)}${remark}`}</Text>
          ))}
        </Flex>
      </TableCell>
      <TableCell align="right">{attainment?.text ?? '–'}</TableCell>
      <TableCell align="right">
        <FigureButton figure={won} onOpen={open('won')} />
      </TableCell>
      <TableCell align="right">{quota ?? '–'}</TableCell>
      <TableCell align="right">{pace?.text ?? '–'}</TableCell>
      <TableCell align="right">{needed ?? '–'}</TableCell>
      <TableCell align="right">
        <FigureButton figure={forecast} onOpen={open('forecast')} />
      </TableCell>
      <TableCell align="right">
        {coverage === null ? '–' : <FigureButton figure={coverage} onOpen={open('coverage')} />}
      </TableCell>
    </TableRow>
  );
}

function FigureButton({ figure, onOpen }: { figure: string; onOpen: () => void }) {
  return (
    <Button variant="transparent" size="extra-small" onClick={onOpen}>
      {figure}
    </Button>
  );
}

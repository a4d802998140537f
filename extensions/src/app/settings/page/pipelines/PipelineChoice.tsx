import {
  Checkbox,
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
import { useState } from 'react';
import type { PipelinesView } from '../../contract/index.ts';
import { PipelineChange } from './PipelineChange.tsx';

interface PipelineChoiceProps {
  view: PipelinesView;
  onSaved: (view: PipelinesView) => void;
}

/** A tick a pipeline, and what another choice would do before it is saved. */
export function PipelineChoice({ view: { rule, pipelines }, onSaved }: PipelineChoiceProps) {
  const left = pipelines.filter(({ counts }) => !counts).map(({ id }) => id);
  const [uncountedIds, setUncounted] = useState(left);
  const isChange = pipelines.some(({ id, counts }) => uncountedIds.includes(id) === counts);
  return (
    <Flex direction="column" gap="sm">
      <Heading>Pipelines</Heading>
      <Text>{rule}</Text>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Counts towards quotas</TableHeader>
            <TableHeader align="right">Open deals</TableHeader>
            <TableHeader align="right">Quotas for it alone</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {pipelines.map(({ id, label, openDeals, ownQuotas }) => (
            <TableRow key={id}>
              <TableCell width="max">
                <Checkbox
                  name={`counts ${id}`}
                  checked={!uncountedIds.includes(id)}
                  onChange={(counts) =>
                    setUncounted((before) => [
                      ...before.filter((each) => each !== id),
                      ...(counts ? [] : [id]),
                    ])
                  }
                >
                  {label}
                </Checkbox>
              </TableCell>
              <TableCell align="right">{openDeals.toLocaleString('en')}</TableCell>
              <TableCell align="right">{ownQuotas.toLocaleString('en')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isChange && <PipelineChange uncountedIds={uncountedIds} onSaved={onSaved} />}
    </Flex>
  );
}

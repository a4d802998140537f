import {
  Button,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { QuotasView } from '../../contract/index.ts';
import { QuotaCell } from './QuotaCell.tsx';
import { SaveQuotas } from './SaveQuotas.tsx';
import { listChanges, rowKey, type Drafts } from './quota-drafts.ts';

/** More fields at once are slow to draw, and nobody types more in one go. */
const rowsShown = 25;

/** People and teams by periods; to read, or to type in. What was typed is saved together. */
export function QuotaGrid({ view, onSaved }: { view: QuotasView; onSaved: () => void }) {
  const [isEditing, setEditing] = useState(false);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [page, setPage] = useState(1);
  const changes = listChanges(view, drafts);
  const rows = view.rows.slice((page - 1) * rowsShown, page * rowsShown);
  const pageCount = Math.ceil(view.rows.length / rowsShown);
  const pages =
    pageCount > 1
      ? { paginated: true as const, pageCount, page, onPageChange: setPage }
      : { paginated: false as const };
  const stop = () => {
    setEditing(false);
    setDrafts({});
  };
  return (
    <Flex direction="column" gap="sm">
      <Table density="condensed" {...pages}>
        <TableHead>
          <TableRow>
            <TableHeader>Who</TableHeader>
            {view.periods.map(({ key, label, isCurrent }) => (
              <TableHeader key={key} align="right">
                {isCurrent ? `${label} (now)` : label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowKey(row)}>
              <TableCell>
                <Flex direction="column" gap="flush">
                  <Text format={{ fontWeight: 'demibold' }}>{row.name}</Text>
                  <Text variant="microcopy">{describeRow(row)}</Text>
                </Flex>
              </TableCell>
              {row.cells.map((cell, index) => (
                <TableCell key={cell.periodKey} align="right" width={isEditing ? 'auto' : 'min'}>
                  <QuotaCell
                    cell={cell}
                    period={view.periods[index]?.label ?? cell.periodKey}
                    name={`${rowKey(row)} ${cell.periodKey}`}
                    isEditing={isEditing}
                    draft={drafts[rowKey(row)]?.[cell.periodKey]}
                    onType={(amount) =>
                      setDrafts((before) => ({
                        ...before,
                        [rowKey(row)]: { ...before[rowKey(row)], [cell.periodKey]: amount },
                      }))
                    }
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isEditing ? (
        <SaveQuotas
          changes={changes}
          onStop={stop}
          onSaved={() => {
            stop();
            onSaved();
          }}
        />
      ) : (
        <Flex>
          <Button variant="primary" onClick={() => setEditing(true)}>
            Edit quotas
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function describeRow({ subjectKind, teamName, pipelines, remark }: QuotasView['rows'][number]): string {
  const parts = [subjectKind === 'team' ? 'Team' : teamName, pipelines, remark];
  return parts.filter((part) => part !== null).join(' · ');
}

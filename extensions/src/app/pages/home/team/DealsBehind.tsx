import {
  Button,
  EmptyState,
  Flex,
  Heading,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { dealsBehindView, type DealsBehindView } from '../../contract/index.ts';
import type { Reach } from '../../shared/ask-service.ts';
import { Loaded } from '../../shared/Loaded.tsx';
import { recordAddress } from '../record-address.ts';
import type { Figure } from './figure.ts';

interface DealsBehindProps {
  reach: Reach & { portal?: { id?: number } };
  figure: Figure;
  onBack: () => void;
}

/** The deals that a figure is made of, each a link to its record; they sum to the figure. */
export function DealsBehind({ reach, figure, onBack }: DealsBehindProps) {
  const [page, setPage] = useState(0);
  return (
    <Flex direction="column" gap="md">
      <Flex>
        <Button size="small" onClick={onBack}>
          Back to the team
        </Button>
      </Flex>
      <Loaded
        reach={reach}
        question={{
          path: '/home/team/deals',
          query: { ...figure, page: String(page) },
          answer: dealsBehindView,
        }}
        label="Looking up the deals"
      >
        {(view) => <DealList view={view} portalId={reach.portal?.id} page={page} onTurn={setPage} />}
      </Loaded>
    </Flex>
  );
}

interface DealListProps {
  view: DealsBehindView;
  portalId: number | undefined;
  page: number;
  onTurn: (page: number) => void;
}

function DealList({
  view: { title, formula, total, deals, count, nextPage },
  portalId,
  page,
  onTurn,
}: DealListProps) {
  if (count === 0) {
    return (
      <EmptyState title={title} layout="vertical" imageName="building">
        <Text>There are no such deals.</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="sm">
      <Heading>{title}</Heading>
      <Text>{`${total === null ? '' : `${total}: `}${count.toLocaleString('en')} ${count === 1 ? 'deal' : 'deals'}. ${formula}`}</Text>
      <Table bordered density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Deal</TableHeader>
            <TableHeader>Facts</TableHeader>
            {total !== null && <TableHeader align="right">Counts</TableHeader>}
            <TableHeader>Remark</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {deals.map(({ id, name, facts, counts, remark }) => (
            <TableRow key={id}>
              <TableCell>
                <Link href={{ url: recordAddress(portalId, id), external: true }}>{name}</Link>
              </TableCell>
              <TableCell>{facts}</TableCell>
              {total !== null && <TableCell align="right">{counts ?? '–'}</TableCell>}
              <TableCell>{remark ?? ''}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {(page > 0 || nextPage !== null) && (
        <Flex gap="sm">
          {page > 0 && (
            <Button size="small" onClick={() => onTurn(page - 1)}>
              Page before
            </Button>
          )}
          {nextPage !== null && (
            <Button size="small" onClick={() => onTurn(nextPage)}>
              Next page
            </Button>
          )}
        </Flex>
      )}
    </Flex>
  );
}

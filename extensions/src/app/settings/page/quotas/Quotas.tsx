import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { quotasView } from '../../contract/index.ts';
import { FindField } from '../FindField.tsx';
import { Loaded } from '../Loaded.tsx';
import { NextPage } from '../NextPage.tsx';
import { PasteQuotas } from './PasteQuotas.tsx';
import { QuotaGrid } from './QuotaGrid.tsx';
import { Suggested } from './Suggested.tsx';

/** The quotas of a year as a grid, and the ways to fill it: typing, pasting, taking suggestions. */
export function Quotas() {
  const [year, setYear] = useState<string>();
  const [search, setSearch] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const turnTo = (wanted: string) => {
    setYear(wanted);
    setAfter(null);
  };
  return (
    <Loaded
      question={{
        path: '/settings/quotas',
        query: {
          ...(year !== undefined && { year }),
          ...(search !== '' && { search }),
          ...(after !== null && { after }),
        },
        answer: quotasView,
      }}
      label="Reading quotas"
    >
      {(view, { refresh }) => (
        <Flex direction="column" gap="md">
          <Flex justify="between" align="center" gap="sm" wrap>
            <Heading>{`Quotas ${view.year}, in ${view.currency}`}</Heading>
            <Flex gap="sm" align="center" wrap>
              <Button size="small" onClick={() => turnTo(view.previousYear)}>
                {view.previousYear}
              </Button>
              <Button size="small" onClick={() => turnTo(view.nextYear)}>
                {view.nextYear}
              </Button>
              <PasteQuotas onSaved={refresh} />
            </Flex>
          </Flex>
          <Suggested view={view} onTaken={refresh} />
          <FindField
            label="Find a person or team"
            search={search}
            onSearch={(text) => {
              setSearch(text);
              setAfter(null);
            }}
          />
          {view.rows.length === 0 ? (
            <Text>{search === '' ? 'There is nobody to give a quota yet.' : 'Nobody is called that.'}</Text>
          ) : (
            <QuotaGrid key={`${view.year} ${search} ${after ?? ''}`} view={view} onSaved={refresh} />
          )}
          <NextPage after={view.after} isFirst={after === null} onTurn={setAfter} />
        </Flex>
      )}
    </Loaded>
  );
}

import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { peopleView } from '../../contract/index.ts';
import { FindField } from '../FindField.tsx';
import { Loaded } from '../Loaded.tsx';
import { NextPage } from '../NextPage.tsx';
import { Audit } from './Audit.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { Roles } from './Roles.tsx';
import { Suggestions } from './Suggestions.tsx';

/** Who reports to whom, ramp and dates, and who is ops. */
export function People() {
  const [search, setSearch] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  return (
    <Flex direction="column" gap="lg">
      <Loaded
        question={{
          path: '/settings/people',
          query: { ...(search !== '' && { search }), ...(after !== null && { after }) },
          answer: peopleView,
        }}
        label="Reading people"
      >
        {(view, { refresh }) => (
          <Flex direction="column" gap="md">
            <Flex direction="column" gap="flush">
              <Heading>Who reports to whom</Heading>
              <Text>{search === '' ? describe(view) : countPeople(view.total)}</Text>
            </Flex>
            <Suggestions people={view.people} total={view.suggestions} onSaved={refresh} />
            <FindField
              label="Find by name or address"
              search={search}
              onSearch={(text) => {
                setSearch(text);
                setAfter(null);
              }}
            />
            {view.people.length === 0 ? (
              <Text>
                {search === '' ? 'HubSpot knows nobody who owns deals yet.' : 'Nobody is called that.'}
              </Text>
            ) : (
              <PeopleTable view={view} onSaved={refresh} />
            )}
            <NextPage after={view.after} isFirst={after === null} onTurn={setAfter} />
          </Flex>
        )}
      </Loaded>
      <Roles />
      <Audit />
    </Flex>
  );
}

function describe({ total, withoutManager }: { total: number; withoutManager: number }): string {
  const people = countPeople(total);
  if (withoutManager === 0) return `${people}, all with a manager.`;
  return `${people}, ${withoutManager.toLocaleString('en')} without a manager. Managers see the figures of everybody below them.`;
}

function countPeople(total: number): string {
  return `${total.toLocaleString('en')} ${total === 1 ? 'person' : 'people'}`;
}

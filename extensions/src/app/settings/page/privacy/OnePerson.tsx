import { Flex, Heading, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done, peopleView } from '../../contract/index.ts';
import { FindField } from '../FindField.tsx';
import { Loaded } from '../Loaded.tsx';
import { ConfirmedErasure } from './ConfirmedErasure.tsx';
import { ExportButton } from './ExportButton.tsx';
import { SendCopy } from './SendCopy.tsx';

/** What is held on one person, as a text, and its erasure. */
export function OnePerson() {
  const [search, setSearch] = useState('');
  const [ownerId, setOwnerId] = useState<string>();
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Heading>One person</Heading>
        <Text>For somebody who asks what is held on them, or who wants it gone.</Text>
      </Flex>
      <FindField
        label="Find somebody by name or address"
        search={search}
        onSearch={(text) => {
          setSearch(text);
          setOwnerId(undefined);
        }}
      />
      {search !== '' && (
        <Loaded
          question={{ path: '/settings/people', query: { search }, answer: peopleView }}
          label="Looking"
        >
          {({ people }) =>
            people.length === 0 ? (
              <Text>Nobody is called that.</Text>
            ) : (
              <Select
                label="Person"
                name="person"
                {...(ownerId !== undefined && { value: ownerId })}
                options={people.map(({ ownerId: value, name, email }) => ({
                  value,
                  label: `${name}, ${email}`,
                }))}
                onChange={(value) => setOwnerId(String(value))}
              />
            )
          }
        </Loaded>
      )}
      {ownerId !== undefined && <SendCopy key={ownerId} ownerId={ownerId} />}
      {ownerId !== undefined && (
        <Flex gap="sm" align="start" wrap>
          <ExportButton key={`export ${ownerId}`} path="/settings/export/person" query={{ ownerId }}>
            Export this person
          </ExportButton>
          <ConfirmedErasure
            key={`erase ${ownerId}`}
            id="erase-person"
            label="Erase this person"
            preview={{ path: '/settings/people/erase', query: { ownerId } }}
            change={{ path: '/settings/people/erase', input: { ownerId }, answer: done }}
          />
        </Flex>
      )}
    </Flex>
  );
}

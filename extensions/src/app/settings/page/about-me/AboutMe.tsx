import {
  Flex,
  Heading,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { aboutMeView } from '../../contract/index.ts';
import { ExportButton } from '../privacy/ExportButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { Copy } from './Copy.tsx';
import { FormerNotes } from './FormerNotes.tsx';

/** For everybody: what Sideline holds on the person who looks, who can see it and since when. */
export function AboutMe() {
  return (
    <Loaded
      question={{ path: '/settings/about-me', answer: aboutMeView }}
      label="Reading what Sideline holds on you"
    >
      {({ name, remark, held, viewers, onDeals, copy, handover, rights }, { refresh }) => (
        <Flex direction="column" gap="md">
          <Heading>{`What Sideline holds on you, ${name}`}</Heading>
          {remark !== null && <Text>{remark}</Text>}
          {copy !== null && <Copy {...copy} />}
          {held.map(({ title, lines, from, seenBy }) => (
            <Tile key={title} compact>
              <Flex direction="column" gap="xs">
                <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
                {lines.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
                <Text variant="microcopy">{`From ${from}. Seen by ${seenBy}.`}</Text>
              </Flex>
            </Tile>
          ))}
          <Heading>Who can see your figures</Heading>
          {viewers.length === 0 ? (
            <Text>Nobody but you.</Text>
          ) : (
            <Table density="condensed">
              <TableHead>
                <TableRow>
                  <TableHeader>Who</TableHeader>
                  <TableHeader>Why</TableHeader>
                  <TableHeader>Since</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {viewers.map((viewer) => (
                  <TableRow key={`${viewer.name} ${viewer.because}`}>
                    <TableCell>{viewer.name}</TableCell>
                    <TableCell>{viewer.because}</TableCell>
                    <TableCell>{viewer.since}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          <Text>{onDeals}</Text>
          {handover !== null && <FormerNotes view={handover} onDone={refresh} />}
          <Heading>What you may ask for</Heading>
          <List>
            {rights.map((right) => (
              <Text key={right}>{right}</Text>
            ))}
          </List>
          <ExportButton path="/settings/about-me/export">Show everything as a file</ExportButton>
        </Flex>
      )}
    </Loaded>
  );
}

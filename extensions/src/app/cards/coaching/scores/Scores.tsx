import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { CoachingCardView, CoachingNote, NoteScores } from '../../contract/index.ts';
import { ScoreSelf } from './ScoreSelf.tsx';

interface ScoresProps {
  view: CoachingCardView;
  note: CoachingNote;
  scores: NoteScores;
}

/** What manager and rep said of the rep's skills, side by side once both have. */
export function Scores({ view, note, scores }: ScoresProps) {
  const { rubricName, skills, managerTotal, selfTotal, gap, mayScoreSelf } = scores;
  const isBoth = selfTotal !== null;
  const rubric = view.rubrics.find(
    ({ rubricId, version }) => rubricId === scores.rubricId && version === scores.version,
  );
  return (
    <Flex direction="column" gap="xs">
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>{rubricName}</TableHeader>
            <TableHeader>{note.by}</TableHeader>
            {isBoth && <TableHeader>{note.rep.name}</TableHeader>}
            {isBoth && <TableHeader>Gap</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {skills.map(({ id, name, manager, self, gap: levels }) => (
            <TableRow key={id}>
              <TableCell>{name}</TableCell>
              <TableCell>
                <Level said={manager} />
              </TableCell>
              {isBoth && (
                <TableCell>
                  <Level said={self} />
                </TableCell>
              )}
              {isBoth && <TableCell>{levels ?? '–'}</TableCell>}
            </TableRow>
          ))}
          <TableRow>
            <TableCell>Weighted</TableCell>
            <TableCell>{managerTotal ?? '–'}</TableCell>
            {isBoth && <TableCell>{selfTotal}</TableCell>}
            {isBoth && <TableCell>{''}</TableCell>}
          </TableRow>
        </TableBody>
      </Table>
      {gap !== null && <Text>{gap}</Text>}
      {mayScoreSelf && rubric !== undefined && <ScoreSelf note={note} rubric={rubric} />}
    </Flex>
  );
}

function Level({ said }: { said: NoteScores['skills'][number]['manager'] }) {
  if (said === null) return <Text>–</Text>;
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{String(said.level)}</Text>
      <Text variant="microcopy">{said.anchor}</Text>
    </Flex>
  );
}

import {
  Button,
  Flex,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done, type Calibration, type ScoredLevels } from '../../../contract/index.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import { LevelFields } from '../../../shared/LevelFields.tsx';
import { recordAddress } from '../../record-address.ts';
import type { CalibrationReach } from './Calibration.tsx';

interface PieceProps {
  reach: CalibrationReach;
  calibration: Calibration;
  onScored: () => void;
}

/** One deal under calibration: who has scored, the viewer's own levels to give, and afterwards everybody's. */
export function Piece({ reach, calibration, onScored }: PieceProps) {
  const { dealId, dealName, summary, progress, mayScore, scores } = calibration;
  const [isOpen, setOpen] = useState(false);
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Flex justify="between" align="start" gap="sm" wrap>
          <Flex direction="column" gap="flush">
            <Link href={{ url: recordAddress(reach.portal?.id, dealId), external: true }}>{dealName}</Link>
            <Text variant="microcopy">{summary}</Text>
            <Text>{progress}</Text>
          </Flex>
          {mayScore && !isOpen && (
            <Button size="small" onClick={() => setOpen(true)}>
              Score this deal
            </Button>
          )}
        </Flex>
        {mayScore && isOpen && <OwnLevels reach={reach} calibration={calibration} onScored={onScored} />}
        {scores !== null && <Everybody scores={scores} />}
      </Flex>
    </Tile>
  );
}

function OwnLevels({ reach, calibration: { id, rubric }, onScored }: PieceProps) {
  const [levels, setLevels] = useState<ScoredLevels>([]);
  return (
    <Flex direction="column" gap="sm">
      <LevelFields name={`calibration-${id}`} skills={rubric.skills} levels={levels} onLevels={setLevels} />
      <Text variant="microcopy">Once saved your levels stand: you see the others’ from then on.</Text>
      <ChangeButton
        reach={reach}
        size="sm"
        disabled={levels.length === 0}
        change={{
          path: '/home/coaching/calibration/score',
          input: { calibrationId: id, levels },
          answer: done,
        }}
        onDone={onScored}
      >
        Save my scores
      </ChangeButton>
    </Flex>
  );
}

function Everybody({ scores: { by, skills } }: { scores: NonNullable<Calibration['scores']> }) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Skill</TableHeader>
          {by.map((name, index) => (
            <TableHeader key={index}>{name}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {skills.map(({ name, levels }) => (
          <TableRow key={name}>
            <TableCell>{name}</TableCell>
            {levels.map((level, index) => (
              <TableCell key={index}>{level === null ? '–' : String(level)}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

import {
  Flex,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { pipelinesPreview, pipelinesView, type PipelinesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';
import { Previewed } from '../Previewed.tsx';

interface PipelineChangeProps {
  uncountedIds: string[];
  onSaved: (view: PipelinesView) => void;
}

/** Whose numbers would move, before anything is saved. */
export function PipelineChange({ uncountedIds, onSaved }: PipelineChangeProps) {
  const { actions } = usePage();
  return (
    <Previewed
      question={{ path: '/settings/pipelines/preview', input: { uncountedIds }, answer: pipelinesPreview }}
      label="Working out whose numbers move"
      failedTitle="This cannot be saved as it is"
    >
      {({ headline, people, consequences }) => (
        <Flex direction="column" gap="sm">
          <Text format={{ fontWeight: 'demibold' }}>{headline}</Text>
          {people.length > 0 && (
            <Table density="condensed">
              <TableHead>
                <TableRow>
                  <TableHeader>Who</TableHeader>
                  <TableHeader align="right">Now</TableHeader>
                  <TableHeader align="right">Then</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {people.map(({ name, before, after }, index) => (
                  <TableRow key={`${name} ${index}`}>
                    <TableCell>{name}</TableCell>
                    <TableCell align="right">{before}</TableCell>
                    <TableCell align="right">{after}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          <List>
            {consequences.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </List>
          <ChangeButton
            variant="primary"
            change={{ path: '/settings/pipelines', input: { uncountedIds }, answer: pipelinesView }}
            onDone={(saved) => {
              actions.addAlert({ type: 'success', message: 'Saved. The numbers follow in a minute.' });
              onSaved(saved);
            }}
          >
            Save pipelines
          </ChangeButton>
        </Flex>
      )}
    </Previewed>
  );
}

import { Button, Flex, Modal, ModalBody, ModalFooter, Text, Tile } from '@hubspot/ui-extensions';
import { rubricsView, type RubricsView } from '../../../contract/index.ts';
import { ChangeButton } from '../../ChangeButton.tsx';
import { usePage } from '../../page-context.ts';
import { EditRubric } from './EditRubric.tsx';
import { startFrom, type ListedRubric } from './rubric-draft.ts';

interface RubricTileProps {
  rubric: ListedRubric;
  view: RubricsView;
  onSaved: (view: RubricsView) => void;
}

/** One rubric: for whom, what it weighs, and what can be done about it. */
export function RubricTile({ rubric, view, onSaved }: RubricTileProps) {
  const { actions } = usePage();
  const { rubricId, version, name, scopeLabel, publishedLabel, skills } = rubric;
  const id = `withdraw-rubric-${rubricId}`;
  return (
    <Tile compact>
      <Flex justify="between" align="start" gap="sm" wrap>
        <Flex direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>{`${name} · ${scopeLabel}`}</Text>
          <Text>{skills.map((skill) => `${skill.name} ${skill.weight}`).join(' · ')}</Text>
          <Text variant="microcopy">{publishedLabel}</Text>
        </Flex>
        <Flex gap="xs">
          <EditRubric
            id={`rubric-${rubricId}`}
            label="Edit"
            start={startFrom(rubric)}
            view={view}
            onSaved={onSaved}
          />
          <Button
            variant="transparent"
            size="xs"
            overlay={
              <Modal id={id} title={`Take “${name}” out of use?`} variant="danger" width="sm">
                <ModalBody>
                  <Text>Nobody is scored by it any more. What was scored stays with its notes.</Text>
                </ModalBody>
                <ModalFooter>
                  <ChangeButton
                    variant="destructive"
                    change={{
                      path: '/settings/coaching/rubrics/withdraw',
                      input: { rubricId, version },
                      answer: rubricsView,
                    }}
                    onDone={(saved) => {
                      actions.addAlert({ type: 'success', message: `“${name}” is out of use.` });
                      actions.closeOverlay(id);
                      onSaved(saved);
                    }}
                  >
                    Take out of use
                  </ChangeButton>
                </ModalFooter>
              </Modal>
            }
          >
            Take out of use
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}

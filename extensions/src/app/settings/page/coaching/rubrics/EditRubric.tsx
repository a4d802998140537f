import {
  Alert,
  Button,
  Flex,
  LoadingButton,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { rubricsView, type RubricsView, type TypedRubric } from '../../../contract/index.ts';
import { useChange } from '../../../shared/use-change.ts';
import { usePage } from '../../page-context.ts';
import { describeTotal, totalOf, type RubricStart } from './rubric-draft.ts';
import { RubricFields } from './RubricFields.tsx';

interface EditRubricProps {
  id: string;
  label: string;
  start: RubricStart;
  view: RubricsView;
  onSaved: (view: RubricsView) => void;
}

/** A rubric in a panel. Publishing makes a new version; what was scored by an earlier one stays as it was. */
export function EditRubric({ id, label, start, view, onSaved }: EditRubricProps) {
  const { reach, actions } = usePage();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<TypedRubric>(start.rubric);
  const { isSending, failure, send, forgetFailure } = useChange(reach);
  const total = totalOf(draft);
  const { rubricId, version } = start;
  const isChange = rubricId === null || JSON.stringify(draft) !== JSON.stringify(start.rubric);
  const publish = async () => {
    const input = { rubricId, version, rubric: draft };
    const saved = await send({ path: '/settings/coaching/rubrics', input, answer: rubricsView });
    if (!saved.ok) return;
    actions.addAlert({ type: 'success', message: `Published. New scores go by version ${version + 1}.` });
    actions.closeOverlay(id);
    setOpen(false);
    onSaved(saved.view);
  };
  return (
    <Button
      size="sm"
      overlay={
        <Panel
          id={id}
          title={rubricId === null ? 'A new rubric' : draft.name}
          width="lg"
          onOpen={() => {
            setDraft(start.rubric);
            forgetFailure();
            setOpen(true);
          }}
          onClose={() => setOpen(false)}
        >
          <PanelBody>
            <PanelSection>
              {isOpen && (
                <Flex direction="column" gap="md">
                  {failure !== null && (
                    <Alert title={titleOf(failure.field, draft)} variant="warning">
                      {failure.message}
                    </Alert>
                  )}
                  <RubricFields
                    draft={draft}
                    view={view}
                    fault={failure}
                    onDraft={(changed) => {
                      forgetFailure();
                      setDraft(changed);
                    }}
                  />
                </Flex>
              )}
            </PanelSection>
          </PanelBody>
          <PanelFooter>
            <LoadingButton
              variant="primary"
              loading={isSending}
              disabled={total !== 100 || !isChange}
              onClick={() => void publish()}
            >
              {rubricId === null ? 'Publish' : `Publish version ${version + 1}`}
            </LoadingButton>
            <Text format={{ fontWeight: 'demibold' }}>{describeTotal(total)}</Text>
          </PanelFooter>
        </Panel>
      }
    >
      {label}
    </Button>
  );
}

/** Which skill the service speaks of: its fields may be folded away. */
function titleOf(field: string | undefined, { skills }: TypedRubric): string {
  const place = /^rubric\.skills\.(\d+)/.exec(field ?? '')?.[1];
  if (place === undefined) return 'Not published';
  return `Not published: see ${skills[Number(place)]?.name || `skill ${Number(place) + 1}`}`;
}

import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { rubricsView, type RubricsView } from '../../../contract/index.ts';
import { Loaded } from '../../Loaded.tsx';
import { EditRubric } from './EditRubric.tsx';
import { RubricTile } from './RubricTile.tsx';
import { startFrom, type RubricStart } from './rubric-draft.ts';

/** The rubrics by which skills are scored, and for whom each is. */
export function Rubrics() {
  return (
    <Loaded
      question={{ path: '/settings/coaching/rubrics', answer: rubricsView }}
      label="Reading the rubrics"
    >
      {(view, { show }) => <RubricList view={view} onSaved={show} />}
    </Loaded>
  );
}

function RubricList({ view, onSaved }: { view: RubricsView; onSaved: (view: RubricsView) => void }) {
  const { rubrics, starter } = view;
  const [first] = rubrics;
  const another: RubricStart | null = first
    ? { rubricId: null, version: 0, rubric: { ...startFrom(first).rubric, name: '' } }
    : null;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Heading>Rubrics</Heading>
        <Text>
          Managers score skills by them beside a coaching note, and reps put their own scores beside. The
          closest one is used: for the deal’s stage, then for the rep’s team, then for everybody.
        </Text>
      </Flex>
      {rubrics.map((rubric) => (
        <RubricTile
          key={`${rubric.rubricId} ${rubric.version}`}
          rubric={rubric}
          view={view}
          onSaved={onSaved}
        />
      ))}
      {starter !== null && (
        <Flex direction="column" gap="xs" align="start">
          <Text>
            {first
              ? 'There is none for everybody yet.'
              : 'There is no rubric yet, so nobody is scored. Begin with ours: six skills, each with four levels of what one sees or hears.'}
          </Text>
          <EditRubric
            id="rubric-starter"
            label="Look at the starter rubric"
            start={{ rubricId: null, version: 0, rubric: starter }}
            view={view}
            onSaved={onSaved}
          />
        </Flex>
      )}
      {another !== null && (
        <Flex>
          <EditRubric
            id="rubric-new"
            label="Add a rubric for a team or stage"
            start={another}
            view={view}
            onSaved={onSaved}
          />
        </Flex>
      )}
    </Flex>
  );
}

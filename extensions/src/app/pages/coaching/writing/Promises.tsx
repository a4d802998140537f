// Generated from extensions/src/app/cards/coaching/writing/Promises.tsx by `npm run generate`: edit it there.
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingNote, NotePromise } from '../../contract/index.ts';
import { faultAt } from './describe-saving.ts';
import type { Draft } from './draft.ts';
import { mostPromises, openPromise } from './note-content.ts';
import { PromiseFields } from './PromiseFields.tsx';

interface PromisesProps {
  draft: Draft;
  repName: string;
  /** Who will be able to read an action. */
  notice: string | null;
  usualDueOn: string;
  /** What became of those that are open no more. */
  closed: CoachingNote['closedPromises'];
  onPromises: (promises: NotePromise[], isCommitted: boolean) => void;
}

/** Who does what until when, a line each. */
export function Promises({ draft, repName, notice, usualDueOn, closed, onPromises }: PromisesProps) {
  const { promises } = draft.content;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Text format={{ fontWeight: 'demibold' }}>Actions</Text>
        {notice !== null && <Text variant="microcopy">{notice}</Text>}
      </Flex>
      {promises.map((promise, index) => (
        <PromiseFields
          key={promise.id}
          number={index + 1}
          promise={promise}
          shownText={draft.shown.promises.find(({ id }) => id === promise.id)?.text ?? promise.text}
          repName={repName}
          standing={closed.find(({ promiseId }) => promiseId === promise.id)?.words ?? null}
          fault={faultAt(draft, `promises.${index}.text`)}
          onChange={(part, isCommitted) =>
            onPromises(
              promises.map((each, place) => (place === index ? { ...each, ...part } : each)),
              isCommitted,
            )
          }
          onRemove={() =>
            onPromises(
              promises.filter((_, place) => place !== index),
              true,
            )
          }
        />
      ))}
      {promises.length < mostPromises && (
        <Flex>
          <Button size="xs" onClick={() => onPromises([...promises, openPromise(usualDueOn)], true)}>
            {promises.length === 0 ? 'Add an action' : 'Add another action'}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

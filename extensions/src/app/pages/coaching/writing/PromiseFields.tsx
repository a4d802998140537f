// Generated from extensions/src/app/cards/coaching/writing/PromiseFields.tsx by `npm run generate`: edit it there.
import { Box, Button, DateInput, Flex, Input, Select, Text, type BaseDate } from '@hubspot/ui-extensions';
import type { NotePromise } from '../../contract/index.ts';
import { toDateInput, toIsoDate } from '../../shared/date-input.ts';

interface PromiseFieldsProps {
  /** Counted from 1. */
  number: number;
  promise: NotePromise;
  /** What the field was last given: it keeps what is typed itself until it is committed. */
  shownText: string;
  repName: string;
  /** What became of it; null while it is open. */
  standing: string | null;
  fault: string | null;
  onChange: (part: Partial<NotePromise>, isCommitted: boolean) => void;
  onRemove: () => void;
}

/** One action: what, who, by when. */
export function PromiseFields(props: PromiseFieldsProps) {
  const { number, promise, shownText, repName, standing, fault, onChange, onRemove } = props;
  return (
    <Flex direction="column" gap="xs">
      <Input
        label={number === 1 ? 'What will be done' : `What will be done (${number})`}
        name={`what-${number}`}
        value={shownText}
        error={fault !== null}
        validationMessage={fault ?? ''}
        onInput={(text) => onChange({ text }, false)}
        onChange={(text) => onChange({ text }, true)}
      />
      {standing !== null && <Text variant="microcopy">{standing}</Text>}
      <Flex gap="sm" align="end">
        <Box flex={1}>
          <Select
            label="Who"
            name={`who-${number}`}
            options={[
              { label: repName, value: 'rep' },
              { label: 'Me', value: 'author' },
            ]}
            value={promise.doer}
            onChange={(doer) => onChange({ doer: doer === 'author' ? 'author' : 'rep' }, true)}
          />
        </Box>
        <Box flex={1}>
          <DateInput
            label="By"
            name={`by-${number}`}
            format="medium"
            timezone="portalTz"
            value={toDateInput(promise.dueOn)}
            onChange={(date: BaseDate | null) => date && onChange({ dueOn: toIsoDate(date) }, true)}
          />
        </Box>
        <Button variant="transparent" size="sm" onClick={onRemove}>
          Remove
        </Button>
      </Flex>
    </Flex>
  );
}

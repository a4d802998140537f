import { Flex, NumberInput, Text } from '@hubspot/ui-extensions';
import type { QuotaCell as Cell } from '../../contract/index.ts';

interface QuotaCellProps {
  cell: Cell;
  /** "Q4 2026": a field in a table cannot go without words of its own; whose quota it is, its row says. */
  period: string;
  /** Tells this field from all others. */
  name: string;
  isEditing: boolean;
  draft: number | null | undefined;
  onType: (amount: number | null) => void;
}

/** One quota: its amount and where it comes from, or the field to type it in. */
export function QuotaCell({ cell, period, name, isEditing, draft, onType }: QuotaCellProps) {
  if (!isEditing) {
    return (
      <Flex direction="column" gap="flush" align="end">
        <Text>{cell.text ?? 'none'}</Text>
        {cell.sourceLabel !== null && <Text variant="microcopy">{cell.sourceLabel}</Text>}
      </Flex>
    );
  }
  const shown = draft === undefined ? (cell.amount === null ? undefined : Number(cell.amount)) : draft;
  return (
    <NumberInput
      label={period}
      name={name}
      min={0}
      textAlign="right"
      {...(shown != null && { value: shown })}
      onChange={(amount) => onType(Number.isFinite(amount) ? amount : null)}
    />
  );
}

import { Button, Flex } from '@hubspot/ui-extensions';

interface NextPageProps {
  /** Where a further page begins; null on the last. */
  after: string | null;
  isFirst: boolean;
  /** Null: the first page. */
  onTurn: (after: string | null) => void;
}

/** Turns to the next page of a list, or back to its beginning. */
export function NextPage({ after, isFirst, onTurn }: NextPageProps) {
  if (after === null && isFirst) return null;
  return (
    <Flex gap="sm">
      {!isFirst && (
        <Button size="small" onClick={() => onTurn(null)}>
          Back to the beginning
        </Button>
      )}
      {after !== null && (
        <Button size="small" onClick={() => onTurn(after)}>
          Next page
        </Button>
      )}
    </Flex>
  );
}

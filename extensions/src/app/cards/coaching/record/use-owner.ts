import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useRef } from 'react';

export type OwnerState =
  | { status: 'loading' }
  /** `ownerId` is null on a record that nobody owns. */
  | { status: 'known'; ownerId: string | null }
  | { status: 'failed'; tryAgain: () => void };

/** Who owns the record, as HubSpot shows it now, and again when that changes. Once known it stays known. */
export function useOwner(): OwnerState {
  const { properties, error, isLoading, refetch } = useCrmProperties(['hubspot_owner_id']);
  const known = useRef<string | null>();
  if (!isLoading && error === null) known.current = properties['hubspot_owner_id'] || null;
  if (known.current !== undefined) return { status: 'known', ownerId: known.current };
  return isLoading ? { status: 'loading' } : { status: 'failed', tryAgain: () => void refetch() };
}

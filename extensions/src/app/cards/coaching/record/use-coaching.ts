import type { CrmContext } from '@hubspot/ui-extensions';
import { useEffect, useRef } from 'react';
import { coachingCardView, type CoachingCardView } from '../../contract/index.ts';
import { useAnswer, type Asked } from '../../shared/use-answer.ts';
import { recordOf } from './record-of.ts';

/** By then the service has heard of a new owner too: HubSpot tells the card at once and the service a moment later. */
const serviceHasHeardMs = 5_000;

/**
 * Asks once on opening, and again when the record gets another owner; never polls. A deal's owner is known to the service,
 * which is therefore asked at once and a moment later; a contact's goes along with the question.
 */
export function useCoaching(
  context: CrmContext,
  ownerId: string | null | undefined,
): Pick<Asked<CoachingCardView>, 'state' | 'refresh' | 'tryAgain'> {
  const record = recordOf(context);
  const isTold = record.recordType === 'contact' && typeof ownerId === 'string';
  const { state, refresh, tryAgain } = useAnswer(context, {
    path: '/cards/coaching',
    query: { ...record, ...(isTold && { ownerId }), place: context.location },
    answer: coachingCardView,
  });

  const before = useRef(ownerId);
  useEffect(() => {
    const isChanged = before.current !== undefined && before.current !== ownerId;
    before.current = ownerId;
    if (!isChanged || record.recordType === 'contact') return undefined;
    refresh();
    const again = setTimeout(refresh, serviceHasHeardMs);
    return () => clearTimeout(again);
  }, [ownerId, record.recordType, refresh]);

  return { state, refresh, tryAgain };
}

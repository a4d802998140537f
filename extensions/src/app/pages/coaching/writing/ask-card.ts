// Generated from extensions/src/app/cards/coaching/writing/ask-card.ts by `npm run generate`: edit it there.
import { coachingCardView, type CoachingCardView } from '../../contract/index.ts';
import { askService, type Answer, type Reach } from '../../shared/ask-service.ts';
import type { CardTools } from '../card-context.ts';

/** Asks for the card once more, whatever is on the screen; `ownerId` is whom the coaching is about. */
export function askCard(
  reach: Reach,
  record: CardTools['record'],
  ownerId: string | null,
): Promise<Answer<CoachingCardView>> {
  const query = { ...record, ...(record.recordType !== 'deal' && ownerId !== null && { ownerId }) };
  return askService(reach, { path: '/cards/coaching', query, answer: coachingCardView });
}

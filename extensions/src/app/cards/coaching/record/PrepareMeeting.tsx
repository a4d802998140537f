import { Button } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';
import { useCard } from '../card-context.ts';

interface PrepareMeetingProps {
  viewer: CoachingCardView['viewer'];
  rep: NonNullable<CoachingCardView['rep']>;
}

/** Leads to the 1:1 on the home page. */
export function PrepareMeeting({ viewer, rep }: PrepareMeetingProps) {
  const { actions } = useCard();
  const isOwn = viewer === 'rep';
  return (
    <Button
      size="xs"
      onClick={() =>
        actions.navigateToPage({
          to: '/coaching/:repId',
          params: { repId: isOwn ? 'own' : rep.ownerId },
        })
      }
    >
      {isOwn ? 'Prepare my 1:1' : 'Prepare 1:1'}
    </Button>
  );
}

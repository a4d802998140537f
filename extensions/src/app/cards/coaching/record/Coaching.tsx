import { LoadingSpinner, type CrmContext } from '@hubspot/ui-extensions';
import { Failure } from '../../shared/Failure.tsx';
import type { CardActions } from '../card-context.ts';
import { CoachingOf } from './CoachingOf.tsx';
import { recordOf } from './record-of.ts';
import { useOwner } from './use-owner.ts';

interface CoachingProps {
  context: CrmContext;
  actions: CardActions;
  /** `glance` shows what is open and what needs the viewer: the sidebar is narrow and shared with other cards. */
  extent: 'full' | 'glance';
}

/** The coaching card. Whom a contact belongs to is asked of HubSpot first: the service reads no contacts. */
export function Coaching({ context, actions, extent }: CoachingProps) {
  const owner = useOwner();
  const { recordType } = recordOf(context);
  if (recordType === 'contact' && owner.status === 'loading') {
    return <LoadingSpinner label="Reading coaching" showLabel layout="centered" />;
  }
  if (recordType === 'contact' && owner.status === 'failed') {
    const message = 'HubSpot did not say who owns this contact. Try again in a minute.';
    return <Failure error={{ code: 'unavailable', message }} onTryAgain={owner.tryAgain} />;
  }
  const ownerId = owner.status === 'known' ? owner.ownerId : undefined;
  return <CoachingOf context={context} actions={actions} extent={extent} ownerId={ownerId} />;
}

import type { AssociationChange } from '../objects/association-change.ts';
import type { AppSubscription } from '../portal-app.ts';
import { subjectOf } from './events-of-change.ts';
import type { EventBody } from './webhook-event.ts';

/** The events that a change of an association means to each subscription to the type at its near end. */
export function eventsOfAssociation(
  change: AssociationChange,
  subscriptions: readonly AppSubscription[],
): readonly EventBody[] {
  return subscriptions.flatMap((subscription, index) => {
    const { type, event, generic } = subjectOf(subscription);
    if (type !== change.from || event !== 'associationChange') return [];
    return [
      {
        subscriptionId: index + 1,
        subscriptionType: subscription.subscriptionType,
        ...(generic && { objectTypeId: change.from.typeId }),
        associationType: `${change.from.label}_TO_${change.to.label}`,
        fromObjectId: Number(change.fromId),
        toObjectId: Number(change.toId),
        associationRemoved: change.removed,
        isPrimaryAssociation: change.primary,
      },
    ];
  });
}

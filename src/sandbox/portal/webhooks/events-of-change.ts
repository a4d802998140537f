import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { RecordChange } from '../objects/change-feed.ts';
import { findObjectType } from '../objects/object-types.ts';
import type { AppSubscription } from '../portal-app.ts';
import type { WebhookEvent } from './webhook-event.ts';

type EventBody = Omit<WebhookEvent, 'eventId' | 'portalId' | 'appId' | 'attemptNumber' | 'occurredAt'>;

const endings = { created: 'creation', changed: 'propertyChange', archived: 'deletion' } as const;

/**
 * The events that a change means to each of the app's subscriptions. A creation tells no property changes: HubSpot sends
 * those only for later ones.
 */
export function eventsOfChange(
  change: RecordChange,
  subscriptions: readonly AppSubscription[],
  typeOf: (property: string) => PropertyDefinition['type'] | undefined,
): readonly EventBody[] {
  return subscriptions.flatMap((subscription, index): readonly EventBody[] => {
    if (!concerns(subscription, change)) return [];
    const generic = subscription.subscriptionType.startsWith('object.');
    const event = {
      subscriptionId: index + 1,
      subscriptionType: subscription.subscriptionType,
      objectId: Number(change.record.id),
      ...(generic && { objectTypeId: change.type.typeId, isSensitive: false as const }),
      changeSource: change.source.sourceType,
      sourceId: change.source.sourceId,
    };
    if (change.kind === 'created') return [{ ...event, changeFlag: 'CREATED' as const }];
    if (change.kind === 'archived') return [{ ...event, changeFlag: 'DELETED' as const }];
    const { propertyName } = subscription;
    const value = propertyName === undefined ? undefined : change.values[propertyName];
    if (propertyName === undefined || value === undefined) return [];
    return [{ ...event, propertyName, propertyValue: wireValue(value, typeOf(propertyName)) }];
  });
}

function concerns({ subscriptionType, objectType }: AppSubscription, change: RecordChange): boolean {
  const [subject, event] = subscriptionType.split('.');
  const type = findObjectType(subject === 'object' ? (objectType ?? '') : (subject ?? ''));
  return type === change.type && event === endings[change.kind];
}

/** Events carry dates as epoch milliseconds, unlike the REST API, and a cleared value as an empty text. */
function wireValue(value: string | null, type: PropertyDefinition['type'] | undefined): string {
  if (value === null) return '';
  return type === 'datetime' || type === 'date' ? String(Date.parse(value)) : value;
}

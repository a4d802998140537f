import type { PropertyDefinition } from '../definitions/property-definition.ts';
import type { RecordChange } from '../objects/change-feed.ts';
import { findObjectType, type ObjectType } from '../objects/object-types.ts';
import type { AppSubscription } from '../portal-app.ts';
import type { EventBody } from './webhook-event.ts';

/** A privacy deletion is a deletion too: HubSpot tells both. What a merge absorbs is told by the merge alone. */
const endings: Readonly<Record<RecordChange['kind'], readonly string[]>> = {
  created: ['creation'],
  changed: ['propertyChange'],
  archived: ['deletion'],
  restored: ['restore'],
  merged: ['merge', 'propertyChange'],
  absorbed: [],
  purged: ['privacyDeletion', 'deletion'],
};

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
    const { type, event, generic } = subjectOf(subscription);
    if (type !== change.type || !endings[change.kind].includes(event)) return [];
    const told = {
      subscriptionId: index + 1,
      subscriptionType: subscription.subscriptionType,
      objectId: Number(change.merge?.primaryId ?? change.record.id),
      ...(generic && { objectTypeId: change.type.typeId, isSensitive: false as const }),
    };
    if (event === 'merge' && change.merge) return [{ ...told, ...mergeOf(change, change.merge) }];
    const source = { changeSource: change.source.sourceType, sourceId: change.source.sourceId };
    const changeFlag = flags[event];
    if (changeFlag) return [{ ...told, changeFlag, ...source }];
    if (event !== 'propertyChange') return [{ ...told, ...source }];
    const { propertyName } = subscription;
    const value = propertyName === undefined ? undefined : change.values[propertyName];
    if (propertyName === undefined || value === undefined) return [];
    const objectId = Number(change.record.id);
    return [
      { ...told, objectId, propertyName, propertyValue: wireValue(value, typeOf(propertyName)), ...source },
    ];
  });
}

/** A restored record is told by its id alone. */
const flags: Readonly<Record<string, 'CREATED' | 'DELETED'>> = { creation: 'CREATED', deletion: 'DELETED' };

/** The object type and the event that a subscription is about; generic ones name their type apart. */
export function subjectOf({ subscriptionType, objectType }: AppSubscription): {
  type: ObjectType | undefined;
  event: string;
  generic: boolean;
} {
  const [subject = '', event = ''] = subscriptionType.split('.');
  const generic = subject === 'object';
  return { type: findObjectType(generic ? (objectType ?? '') : subject), event, generic };
}

function mergeOf({ record }: RecordChange, merge: NonNullable<RecordChange['merge']>) {
  return {
    primaryObjectId: Number(merge.primaryId),
    mergedObjectIds: merge.mergedIds.map(Number),
    newObjectId: Number(record.id),
    numberOfPropertiesMoved: merge.moved,
  };
}

/** Events carry dates as epoch milliseconds, unlike the REST API, and a cleared value as an empty text. */
function wireValue(value: string | null, type: PropertyDefinition['type'] | undefined): string {
  if (value === null) return '';
  return type === 'datetime' || type === 'date' ? String(Date.parse(value)) : value;
}

import type { PortalId } from '../kernel/ids.ts';
import { webhookEvent } from './schemas/webhook-event.ts';
import type { WebhookEvent } from './schemas/webhook-event.ts';

/** A hint that a record has changed: read the record itself for the truth. */
export interface RecordEvent {
  readonly portalId: PortalId;
  readonly appId: number;
  /** `deal`, `contact`, `company`, `task`, or the type's id where HubSpot names no other. */
  readonly objectType: string;
  readonly objectId: string;
  readonly kind: 'changed' | 'created' | 'deleted' | 'merged' | 'restored' | 'erased';
  /** Of a merge: the record that is left. */
  readonly survivorId?: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly propertyName?: string;
  readonly propertyValue?: string;
  /** For example CRM_UI, or INTEGRATION for what an app wrote. */
  readonly changeSource?: string;
  /** For example userId:123, or the id of the app that wrote. */
  readonly sourceId?: string;
}

export interface WebhookDelivery {
  readonly events: readonly RecordEvent[];
  /** Members of the delivery that are no record events known here. HubSpot would only send them again. */
  readonly ignored: number;
}

const kinds: Readonly<Record<string, RecordEvent['kind']>> = {
  propertyChange: 'changed',
  creation: 'created',
  deletion: 'deleted',
  merge: 'merged',
  restore: 'restored',
  privacyDeletion: 'erased',
};

const objectTypes: Readonly<Record<string, string>> = {
  '0-1': 'contact',
  '0-2': 'company',
  '0-3': 'deal',
  '0-27': 'task',
};

/**
 * Reads the body of a webhook delivery: an array of events, of up to 100 by HubSpot's word, from any mix of portals. One
 * member that makes no sense does not cost the other portals theirs. Null when the body is no array.
 */
export function readWebhookEvents(body: unknown): WebhookDelivery | null {
  if (!Array.isArray(body)) return null;
  const perMember = body.map((member) => {
    const parsed = webhookEvent.safeParse(member);
    return parsed.success ? recordEvents(parsed.data) : [];
  });
  return { events: perMember.flat(), ignored: perMember.filter((events) => events.length === 0).length };
}

/** A merge is news of the surviving record and of each one that went into it. */
function recordEvents(event: WebhookEvent): readonly RecordEvent[] {
  const [prefix = '', verb = ''] = event.type.split('.');
  const kind = kinds[verb];
  const objectType = prefix === 'object' ? nameOf(event.objectTypeId) : prefix;
  if (kind === undefined || objectType === undefined) return [];
  const survivor = event.newObjectId ?? event.primaryObjectId ?? event.objectId;
  // Where a third record is made of two, the primary one goes into it as well.
  const merged = [survivor, event.primaryObjectId ?? survivor, ...event.mergedObjectIds];
  const objectIds = kind === 'merged' ? new Set(merged) : [event.objectId];
  return [...objectIds].map((objectId) => ({
    portalId: event.portalId,
    appId: event.appId,
    objectType,
    objectId,
    kind,
    ...(kind === 'merged' && { survivorId: survivor }),
    occurredAt: event.occurredAt,
    ...(event.propertyName !== undefined && { propertyName: event.propertyName }),
    ...(typeof event.propertyValue === 'string' && { propertyValue: event.propertyValue }),
    ...(event.changeSource !== undefined && { changeSource: event.changeSource }),
    ...(typeof event.sourceId === 'string' && { sourceId: event.sourceId }),
  }));
}

function nameOf(objectTypeId: string | undefined): string | undefined {
  return objectTypeId === undefined ? undefined : (objectTypes[objectTypeId] ?? objectTypeId);
}

/** One event as HubSpot posts it; ids are numbers here, unlike in the REST API. */
export interface WebhookEvent {
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  readonly occurredAt: number;
  readonly subscriptionType: string;
  readonly attemptNumber: number;
  /** Association events name two records instead. */
  readonly objectId?: number;
  readonly objectTypeId?: string;
  readonly propertyName?: string;
  readonly propertyValue?: string;
  readonly changeFlag?: 'CREATED' | 'DELETED';
  readonly changeSource?: string;
  readonly sourceId?: string;
  readonly isSensitive?: false;
  readonly primaryObjectId?: number;
  readonly mergedObjectIds?: readonly number[];
  readonly newObjectId?: number;
  readonly numberOfPropertiesMoved?: number;
  readonly associationType?: string;
  readonly fromObjectId?: number;
  readonly toObjectId?: number;
  readonly associationRemoved?: boolean;
  readonly isPrimaryAssociation?: boolean;
}

/** What is said of an event before it is numbered and sent. */
export type EventBody = Omit<WebhookEvent, 'eventId' | 'portalId' | 'appId' | 'attemptNumber' | 'occurredAt'>;

/** An event that no target has accepted yet; `dueAt` is a time of the real clock in milliseconds. */
export interface PendingEvent {
  readonly event: WebhookEvent;
  readonly dueAt: number;
  /** It waits for `dueAt` even when others go earlier. */
  readonly held?: true;
}

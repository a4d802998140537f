/** One event as HubSpot posts it; ids are numbers here, unlike in the REST API. */
export interface WebhookEvent {
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  readonly occurredAt: number;
  readonly subscriptionType: string;
  readonly attemptNumber: number;
  readonly objectId: number;
  readonly objectTypeId?: string;
  readonly propertyName?: string;
  readonly propertyValue?: string;
  readonly changeFlag?: 'CREATED' | 'DELETED';
  readonly changeSource: string;
  readonly sourceId?: string;
  readonly isSensitive?: false;
}

/** An event that no target has accepted yet; `dueAt` is a time of the real clock in milliseconds. */
export interface PendingEvent {
  readonly event: WebhookEvent;
  readonly dueAt: number;
}

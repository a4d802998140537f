import type { Manifest } from './manifest.ts';

/** One thing that HubSpot is asked to tell. */
export interface Subscription {
  readonly subscriptionType: string;
  readonly objectType: string;
  readonly propertyName?: string;
}

/** Everything that HubSpot is asked to tell: records that come and go, and each property that is watched. */
export function listSubscriptions({ webhooks, properties }: Manifest): readonly Subscription[] {
  const own = properties.definitions.map(({ name }) => name);
  return webhooks.subscriptions.flatMap(({ objectType, events, properties: read }) => [
    ...events.map((event) => ({ subscriptionType: `object.${event}`, objectType })),
    ...[...read, ...(objectType === 'deal' ? own : [])].map((propertyName) => ({
      subscriptionType: 'object.propertyChange',
      objectType,
      propertyName,
    })),
  ]);
}

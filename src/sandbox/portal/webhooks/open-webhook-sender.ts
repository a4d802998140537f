import type { Clock } from '../../../kernel/clock.ts';
import type { Faults } from '../faults/open-faults.ts';
import type { AssociationChange } from '../objects/association-change.ts';
import type { Feed, RecordChange } from '../objects/change-feed.ts';
import type { EffectLog } from '../page/effect-log.ts';
import type { PortalApp } from '../portal-app.ts';
import type { PortalState } from '../state/portal-state.ts';
import { eventsOfAssociation } from './events-of-association.ts';
import { eventsOfChange } from './events-of-change.ts';
import { postEvents } from './post-events.ts';
import type { EventBody, PendingEvent } from './webhook-event.ts';

/** How the portal delivers its events; times in milliseconds. */
export interface DeliverySettings {
  /** Events wait this long for others to share their request. */
  readonly batchingWindow: number;
  /** The pause before the first retry; each further one is twice as long. */
  readonly firstRetryAfter: number;
}

export interface WebhookSender {
  /** Sends the next request twice, or its events in reverse order. */
  disturbNext(disturbance: 'duplicate' | 'reverse'): void;
  /** Resolves when no event is waiting for a first delivery and none is on its way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const mostEventsPerRequest = 100;
const mostRetries = 10;
/** HubSpot's `maxConcurrentRequests` unless an app says otherwise. */
const requestsAtOnce = 10;

/**
 * Turns changes of records into events for the app and delivers them at least once: an event stays in the portal's
 * memory until the app has answered 2xx, across restarts, and is dropped after ten retries. Faults may lose, repeat or
 * hold back an event.
 */
export function openWebhookSender({
  state,
  app,
  changes,
  associationChanges,
  effects,
  faults,
  clock,
  settings,
}: {
  state: PortalState;
  app: PortalApp;
  changes: Feed<RecordChange>;
  associationChanges: Feed<AssociationChange>;
  effects: EffectLog;
  faults: Faults;
  clock: Clock;
  settings: DeliverySettings;
}): WebhookSender {
  const { webhookTarget } = app;
  const disturbances: ('duplicate' | 'reverse')[] = [];
  let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | null = null;
  let sending: Promise<void> | null = null;
  let stopped = false;

  const unsubscribeRecords = changes.subscribe((change) => {
    if (!mayRead(change.type.readScopes)) return;
    const typeOf = (property: string) => state.definitions(change.type).get(property)?.type;
    enqueue(eventsOfChange(change, app.subscriptions, typeOf), change.at);
  });
  const unsubscribeAssociations = associationChanges.subscribe((change) => {
    if (mayRead(change.from.readScopes)) enqueue(eventsOfAssociation(change, app.subscriptions), change.at);
  });

  function mayRead(scopes: readonly string[]): boolean {
    return (
      webhookTarget !== null &&
      state.installations.values().some((install) => scopes.some((scope) => install.scopes.includes(scope)))
    );
  }

  function enqueue(bodies: readonly EventBody[], at: string): void {
    for (const body of bodies) {
      const eventId = Number(state.nextId());
      const event = {
        ...body,
        eventId,
        portalId: state.account.portalId,
        appId: app.appId,
        occurredAt: Date.parse(at),
        attemptNumber: 0,
      };
      for (const wait of faults.strikeEvent(body.subscriptionType)) {
        const dueAt = clock.now().getTime() + settings.batchingWindow + wait;
        state.pendingEvents.put(state.nextId(), { event, dueAt, ...(wait > 0 && { held: true }) });
        wakeAt(dueAt);
      }
    }
  }

  function wakeAt(at: number): void {
    if (stopped || sending || (timer && timer.at <= at)) return;
    if (timer) clearTimeout(timer.handle);
    const handle = setTimeout(
      () => {
        timer = null;
        sending = sendDue().finally(() => {
          sending = null;
          wakeForNext();
        });
      },
      Math.max(0, at - clock.now().getTime()),
    );
    timer = { at, handle };
  }

  function wakeForNext(): void {
    const next = state.pendingEvents
      .values()
      .reduce((soonest, { dueAt }) => Math.min(soonest, dueAt), Infinity);
    if (next !== Infinity) wakeAt(next);
  }

  async function sendDue(): Promise<void> {
    const now = clock.now().getTime();
    // What is new goes along with the first event whose window has passed; retries and held ones wait for their time.
    const due = state.pendingEvents
      .entries()
      .filter(([, { event, dueAt, held }]) => (event.attemptNumber === 0 && !held) || dueAt <= now);
    const requests = Array.from({ length: Math.ceil(due.length / mostEventsPerRequest) }, (_, index) =>
      due.slice(index * mostEventsPerRequest, (index + 1) * mostEventsPerRequest),
    );
    const sendNext = async (): Promise<void> => {
      for (let batch = requests.shift(); batch && !stopped; batch = requests.shift())
        await sendTogether(batch);
    };
    await Promise.all(Array.from({ length: requestsAtOnce }, sendNext));
  }

  async function sendTogether(batch: readonly (readonly [string, PendingEvent])[]): Promise<void> {
    if (webhookTarget === null) return;
    const disturbance = disturbances.shift();
    const events = batch.map(([, { event }]) => event);
    if (disturbance === 'reverse') events.reverse();
    const request = { target: webhookTarget, clientSecret: app.clientSecret, events, clock };
    const outcome = await postEvents(request);
    if (disturbance === 'duplicate') await postEvents(request);
    effects.note('delivery', `${events.length} event(s) to the app: ${outcome.description}`);
    state.storage.inOneWrite(() => {
      for (const [id, pending] of batch) keepOrDrop(id, pending, outcome.accepted);
    });
  }

  function keepOrDrop(id: string, { event }: PendingEvent, accepted: boolean): void {
    const attemptNumber = event.attemptNumber + 1;
    if (accepted || attemptNumber > mostRetries) {
      state.pendingEvents.remove(id);
      return;
    }
    const dueAt = clock.now().getTime() + settings.firstRetryAfter * 2 ** (attemptNumber - 1);
    state.pendingEvents.put(id, { event: { ...event, attemptNumber }, dueAt });
  }

  wakeForNext();
  return {
    disturbNext: (disturbance) => disturbances.push(disturbance),
    async settled() {
      while (sending || state.pendingEvents.values().some(({ event }) => event.attemptNumber === 0)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      stopped = true;
      unsubscribeRecords();
      unsubscribeAssociations();
      if (timer) clearTimeout(timer.handle);
      await sending;
    },
  };
}

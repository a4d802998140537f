import type { Clock } from '../../../kernel/clock.ts';
import type { ChangeFeed } from '../objects/change-feed.ts';
import type { EffectLog } from '../page/effect-log.ts';
import type { PortalApp } from '../portal-app.ts';
import type { PortalState } from '../state/portal-state.ts';
import { eventsOfChange } from './events-of-change.ts';
import { postEvents } from './post-events.ts';
import type { PendingEvent } from './webhook-event.ts';

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

/**
 * Turns changes of records into events for the app and delivers them at least once: an event stays in the portal's
 * memory until the app has answered 2xx, across restarts, and is dropped after ten retries.
 */
export function openWebhookSender({
  state,
  app,
  changes,
  effects,
  clock,
  settings,
}: {
  state: PortalState;
  app: PortalApp;
  changes: ChangeFeed;
  effects: EffectLog;
  clock: Clock;
  settings: DeliverySettings;
}): WebhookSender {
  const { webhookTarget } = app;
  const disturbances: ('duplicate' | 'reverse')[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> | null = null;
  let stopped = false;

  const unsubscribe = changes.subscribe((change) => {
    if (webhookTarget === null || !mayRead(change.type.readScopes)) return;
    const typeOf = (property: string) => state.definitions(change.type).get(property)?.type;
    const occurredAt = Date.parse(
      change.kind === 'archived' ? (change.record.archivedAt ?? '') : change.record.updatedAt,
    );
    for (const body of eventsOfChange(change, app.subscriptions, typeOf)) {
      const id = state.nextId();
      const event = {
        ...body,
        eventId: Number(id),
        portalId: state.account.portalId,
        appId: app.appId,
        occurredAt,
        attemptNumber: 0,
      };
      state.pendingEvents.put(id, { event, dueAt: clock.now().getTime() + settings.batchingWindow });
    }
    schedule();
  });

  function mayRead(scopes: readonly string[]): boolean {
    return state.installations
      .values()
      .some((install) => scopes.some((scope) => install.scopes.includes(scope)));
  }

  function schedule(): void {
    if (timer || sending || stopped || state.pendingEvents.size === 0) return;
    const next = state.pendingEvents
      .values()
      .reduce((soonest, { dueAt }) => Math.min(soonest, dueAt), Infinity);
    timer = setTimeout(
      () => {
        timer = null;
        sending = sendDue().finally(() => {
          sending = null;
          schedule();
        });
      },
      Math.max(0, next - clock.now().getTime()),
    );
  }

  async function sendDue(): Promise<void> {
    const now = clock.now().getTime();
    // What is new goes along with the first event whose window has passed; retries wait for their own time.
    const due = state.pendingEvents
      .entries()
      .filter(([, { event, dueAt }]) => event.attemptNumber === 0 || dueAt <= now);
    for (let start = 0; start < due.length && !stopped; start += mostEventsPerRequest) {
      await sendTogether(due.slice(start, start + mostEventsPerRequest));
    }
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

  schedule();
  return {
    disturbNext: (disturbance) => disturbances.push(disturbance),
    async settled() {
      while (sending || state.pendingEvents.values().some(({ event }) => event.attemptNumber === 0)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      stopped = true;
      unsubscribe();
      if (timer) clearTimeout(timer);
      await sending;
    },
  };
}

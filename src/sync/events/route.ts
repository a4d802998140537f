import { Router } from 'express';
import { isSigned, readJson, refuse, type Signing } from '../../http/index.ts';
import { readWebhookEvents, type RecordEvent } from '../../hubspot/index.ts';
import type { EventCounts } from './accept-events.ts';

export interface WebhookRoute extends Signing {
  readonly appId: number;
  readonly path: string;
  /** The types of records that somebody wants to hear of. */
  readonly objectTypes: readonly string[];
  /** Stores the events; HubSpot is answered only after that, so that a killed process loses none. */
  accept(events: readonly RecordEvent[]): Promise<EventCounts>;
  /** Told what became of the events of each delivery, for the metrics. */
  tell?(counts: EventCounts): void;
}

/** HubSpot's record ids are numbers; anything else would stay in the store as a record that is never found. */
const recordId = /^[1-9]\d{0,19}$/;

/** Where HubSpot delivers events: signature first, then the body, of which only our own app's of the wanted types are taken. */
export function webhookRouter(route: WebhookRoute): Router {
  const router = Router();
  router.post(route.path, async (request, response) => {
    if (!isSigned(request, route)) {
      refuse(response, {
        code: 'bad_signature',
        message: 'This delivery does not carry a valid HubSpot signature.',
      });
      return;
    }
    const delivery = readWebhookEvents(readJson(request.body));
    if (!delivery) {
      refuse(response, { code: 'bad_request', message: 'A delivery is an array of events.' });
      return;
    }
    const { true: ours = [], false: others = [] } = Object.groupBy(
      delivery.events,
      (event) => `${event.appId === route.appId && route.objectTypes.includes(event.objectType)}` as const,
    );
    const numbered = ours.filter((event) => recordId.test(event.objectId));
    const counts = await route.accept(numbered);
    const unreadable = delivery.ignored + ours.length - numbered.length;
    route.tell?.({ ...counts, unreadable, of_others: others.length });
    response.status(204).end();
  });
  return router;
}

import { Router } from 'express';
import { isSigned, refuse, type Signing } from '../../http/index.ts';
import { readWebhookEvents, type RecordEvent } from '../../hubspot/index.ts';

export interface WebhookRoute extends Signing {
  readonly appId: number;
  readonly path: string;
  /** Stores the events; HubSpot is answered only after that, so that a killed process loses none. */
  accept(events: readonly RecordEvent[]): Promise<void>;
}

/** Where HubSpot delivers events: signature first, then the body, of which only deals of our own app are taken. */
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
    const delivery = readWebhookEvents(parseBody(request.body));
    if (!delivery) {
      refuse(response, { code: 'bad_request', message: 'A delivery is an array of events.' });
      return;
    }
    await route.accept(
      delivery.events.filter((event) => event.appId === route.appId && event.objectType === 'deal'),
    );
    response.status(204).end();
  });
  return router;
}

function parseBody(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    return null;
  }
}

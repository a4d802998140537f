import type { Clock } from '../../../kernel/clock.ts';
import { signRequest } from './sign-request.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** HubSpot gives an app this long to answer. */
const answerWithinMilliseconds = 5_000;

/** Posts events to the app, signed as HubSpot signs them. Any answer but a 2xx in time counts as a failure. */
export async function postEvents({
  target,
  clientSecret,
  events,
  clock,
}: {
  target: string;
  clientSecret: string;
  events: readonly WebhookEvent[];
  clock: Clock;
}): Promise<{ accepted: boolean; description: string }> {
  const body = JSON.stringify(events);
  const timestamp = clock.now().getTime();
  const signature = signRequest({ clientSecret, method: 'POST', url: target, body, timestamp });
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signature },
      body,
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    });
    await response.arrayBuffer();
    return { accepted: response.ok, description: `answered ${response.status}` };
  } catch (error) {
    return { accepted: false, description: error instanceof Error ? error.message : String(error) };
  }
}

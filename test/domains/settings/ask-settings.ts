import { signRequest } from '../../../src/hubspot/index.ts';
import { askCard, type CardAnswer, type TestService } from '../../support/start-service.ts';

let keys = 0;

export const newKey = (): string => `settings-${String((keys += 1)).padStart(6, '0')}`;

type Running = Pick<TestService, 'publicUrl' | 'portal'>;

/** Asks as the settings page asks: identity appended to the address, the whole signed. */
export function ask(service: Running, path: string, userId: number): Promise<CardAnswer> {
  return askCard(service, `/settings/${path}`, { userId });
}

/** Changes something as the settings page does; the same key is worked on once. */
export async function tell(
  { publicUrl, portal }: Running,
  path: string,
  userId: number,
  { key = newKey(), ...input }: { key?: string } & Record<string, unknown> = {},
): Promise<CardAnswer> {
  const { portalId } = portal.state.account;
  const identity = `portalId=${portalId}&userId=${userId}&userEmail=a%40b.example&appId=${portal.app.appId}`;
  const uri = `${publicUrl}/settings/${path}?${identity}`;
  const body = JSON.stringify({ ...input, key });
  const timestamp = String(Date.now());
  const signed = { method: 'POST', uri, rawBody: Buffer.from(body), timestamp };
  const response = await fetch(uri, {
    method: 'POST',
    body,
    headers: {
      'X-HubSpot-Signature-v3': signRequest(portal.app.clientSecret, signed),
      'X-HubSpot-Request-Timestamp': timestamp,
    },
  });
  return { status: response.status, body: await response.json() };
}

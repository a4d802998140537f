import { signRequest } from '../../../src/hubspot/index.ts';

export const publicUrl = 'https://sideline.example';
export const clientSecret = 'a secret of nobody';
export const appId = 4242;

/** A request as HubSpot would send it, ready to go out. */
export interface SignedCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export function signCall(method: SignedCall['method'], path: string, body?: Buffer): SignedCall {
  const timestamp = String(Date.now());
  const signature = signRequest(clientSecret, {
    method,
    uri: `${publicUrl}${path}`,
    rawBody: body ?? Buffer.alloc(0),
    timestamp,
  });
  return {
    method,
    path,
    headers: {
      'x-hubspot-request-timestamp': timestamp,
      'x-hubspot-signature-v3': signature,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body }),
  };
}

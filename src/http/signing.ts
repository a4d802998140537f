import type { Request, Response } from 'express';
import { verifySignature } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { refuse } from './refuse.ts';

export interface Signing {
  readonly clientSecrets: readonly string[];
  /** The origin under which HubSpot calls us; never taken from the request, which a proxy may have rewritten. */
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** Checks a request against HubSpot's v3 signature over the public address and the raw body. */
export function isSigned(request: Request, access: Signing): boolean {
  // The signature has no seams: part of a signed address sent as the body of a GET would fit it too.
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (request.method !== 'POST' && body.length > 0) return false;
  return verifySignature({
    secrets: access.clientSecrets,
    method: request.method,
    uri: `${access.publicUrl}${request.originalUrl}`,
    rawBody: body,
    timestamp: request.get('x-hubspot-request-timestamp'),
    signature: request.get('x-hubspot-signature-v3'),
    now: access.clock.now().getTime(),
  });
}

/** Refuses a request that HubSpot has not signed; whether it did. */
export function isRefusedUnsigned(request: Request, response: Response, access: Signing): boolean {
  if (isSigned(request, access)) return false;
  refuse(response, {
    code: 'bad_signature',
    message: 'This request does not carry a valid HubSpot signature.',
  });
  return true;
}

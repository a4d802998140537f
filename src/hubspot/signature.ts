import { createHmac, timingSafeEqual } from 'node:crypto';

const oldestMs = 5 * 60_000;
/** HubSpot's clock may be a little ahead of ours. */
const newestMs = 60_000;

export interface SignedRequest {
  readonly method: string;
  /** The full public address as HubSpot called it, query included, built from our configured origin. */
  readonly uri: string;
  /** Byte for byte as received; empty for a GET. */
  readonly rawBody: Buffer;
  /** The header X-HubSpot-Request-Timestamp: milliseconds since 1970. */
  readonly timestamp: string;
}

export interface ReceivedRequest extends Omit<SignedRequest, 'timestamp'> {
  readonly timestamp: string | undefined;
  /** The header X-HubSpot-Signature-v3. */
  readonly signature: string | undefined;
  /** The app's client secret; two while it is being replaced. */
  readonly secrets: readonly string[];
  /** Milliseconds since 1970, of the real clock. */
  readonly now: number;
}

/**
 * Whether a request comes from HubSpot: signature version 3, no older than five minutes. The address counts in the form
 * that HubSpot documents (some escapes decoded) and as it was sent, which is what HubSpot's local proxy signs.
 */
export function verifySignature(received: ReceivedRequest): boolean {
  const { timestamp, signature, secrets, now } = received;
  if (signature === undefined || timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) return false;
  const ageMs = now - Number(timestamp);
  if (ageMs > oldestMs || ageMs < -newestMs) return false;
  const claimed = Buffer.from(signature);
  // Anybody could sign with an empty secret.
  const usable = secrets.filter((secret) => secret !== '');
  const forms = signedForms(received.uri);
  return usable.some((secret) =>
    forms.some((uri) => equal(Buffer.from(signRequest(secret, { ...received, uri, timestamp })), claimed)),
  );
}

/** HubSpot's signature version 3 over an address as it stands. */
export function signRequest(secret: string, request: SignedRequest): string {
  return createHmac('sha256', secret)
    .update(request.method + request.uri, 'utf8')
    .update(request.rawBody)
    .update(request.timestamp, 'utf8')
    .digest('base64');
}

/** HubSpot decodes these escapes and no others: : / ? @ ! $ ' ( ) * , ; */
export function decodeSignedEscapes(uri: string): string {
  return uri.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
}

/** Decoded throughout, decoded in the query only, and as sent. */
function signedForms(uri: string): readonly string[] {
  const queryStart = uri.indexOf('?');
  const path = queryStart < 0 ? uri : uri.slice(0, queryStart);
  const query = queryStart < 0 ? '' : uri.slice(queryStart);
  return [...new Set([decodeSignedEscapes(uri), path + decodeSignedEscapes(query), uri])];
}

function equal(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

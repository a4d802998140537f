import { createHash, createHmac } from 'node:crypto';

const decoded: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

/**
 * The headers that HubSpot puts on a request of its own: signature v3 over the method, the address with twelve
 * percent-escapes decoded, the body and the timestamp (milliseconds), and the older v1 over the body alone.
 */
export function signRequest({
  clientSecret,
  method,
  url,
  body,
  timestamp,
}: {
  clientSecret: string;
  method: string;
  url: string;
  body: string;
  timestamp: number;
}): Record<string, string> {
  const uri = url.replace(
    /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi,
    (escape) => decoded[escape.toUpperCase()] ?? escape,
  );
  return {
    'X-HubSpot-Signature-v3': createHmac('sha256', clientSecret)
      .update(`${method}${uri}${body}${timestamp}`)
      .digest('base64'),
    'X-HubSpot-Request-Timestamp': String(timestamp),
    'X-HubSpot-Signature': createHash('sha256').update(`${clientSecret}${body}`).digest('hex'),
    'X-HubSpot-Signature-Version': 'v1',
  };
}

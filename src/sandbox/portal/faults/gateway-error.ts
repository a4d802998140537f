import * as z from 'zod';
import { effect, type Fate } from './fate.ts';

const names = {
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
  521: 'Web server is down',
  523: 'Origin is unreachable',
  524: 'A timeout occurred',
} as const;

/** A page of the gateway in front of HubSpot, in HTML; the call behind it may have gone through. */
export const gatewayError = z.strictObject({
  kind: z.literal('gateway-error'),
  status: z.literal([502, 503, 504, 521, 523, 524]).default(502),
  effect: z.enum(effect).default('before'),
});

export function failAtGateway(fault: z.infer<typeof gatewayError>): Fate {
  const title = `${fault.status} ${names[fault.status]}`;
  const html = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n`;
  return { effect: fault.effect, kind: 'html', status: fault.status, html };
}

import * as z from 'zod';
import { droppedConnection, drop } from './dropped-connection.ts';
import type { Fate } from './fate.ts';
import { failAtGateway, gatewayError } from './gateway-error.ts';
import { locked, refuseAsLocked } from './locked.ts';
import { migrating, refuseWhileMigrating } from './migrating.ts';
import { rateLimited, refuseForLimit } from './rate-limited.ts';
import { refuseForScopes, scopesMissing } from './scopes-missing.ts';
import { failInside, serverError } from './server-error.ts';
import { hang, timeout } from './timeout.ts';
import { refuseToken, tokenRefused } from './token-refused.ts';
import { webhookDelayed, webhookDuplicated, webhookLost, webhookReordered } from './webhook-faults.ts';

const callFault = z.discriminatedUnion('kind', [
  rateLimited,
  locked,
  migrating,
  serverError,
  gatewayError,
  timeout,
  droppedConnection,
  tokenRefused,
  scopesMissing,
]);
const webhookFault = z.discriminatedUnion('kind', [
  webhookDuplicated,
  webhookLost,
  webhookDelayed,
  webhookReordered,
]);

/** When a fault strikes; all that is said must hold. Without `calls`, `every` and `rate` it strikes each time. */
export const occasion = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** A part of the call's path, in any spelling: `batch/update`, `/search`, `oauth/token`; of an event its type, such as `propertyChange`. */
  path: z.string().optional(),
  /** Which of the matching calls, counted from 1 since the fault was added. */
  calls: z
    .union([
      z
        .number()
        .int()
        .min(1)
        .transform((call) => [call]),
      z.array(z.number().int().min(1)),
    ])
    .optional(),
  /** Every so many matching calls. */
  every: z.number().int().min(1).optional(),
  /** A share of the matching calls, drawn by the portal's seeded random source. */
  rate: z.number().min(0).max(1).optional(),
  /** It strikes at most so often. */
  times: z.number().int().min(1).optional(),
});

export const faultRequest = z.strictObject({
  fault: z.union([callFault, webhookFault]),
  when: occasion.prefault({}),
});

export type CallFault = z.infer<typeof callFault>;
export type Fault = z.infer<typeof faultRequest>['fault'];
export type Occasion = z.infer<typeof occasion>;
/** What a test or a person asks for: defaults may be left out. */
export type FaultRequest = z.input<typeof faultRequest>;

/** What a fault of the API does to the call that it strikes. */
export function fateOf(fault: CallFault): Fate {
  switch (fault.kind) {
    case 'rate-limited':
      return refuseForLimit(fault);
    case 'locked':
      return refuseAsLocked();
    case 'migrating':
      return refuseWhileMigrating(fault);
    case 'server-error':
      return failInside(fault);
    case 'gateway-error':
      return failAtGateway(fault);
    case 'timeout':
      return hang(fault);
    case 'dropped-connection':
      return drop(fault);
    case 'token-refused':
      return refuseToken(fault);
    case 'scopes-missing':
      return refuseForScopes(fault);
  }
}

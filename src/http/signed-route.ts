import type * as z from 'zod/mini';
import type { Result } from '../kernel/result.ts';
import type { Caller } from './caller.ts';
import type { Refusal } from './refusal.ts';

/**
 * An endpoint as a value: what it takes, what it answers, and the use case behind it. A question (GET) takes its input from
 * the query. A mutation (POST) takes it from the JSON body beside `key`, its idempotency key: the same key is worked on
 * once and answered the same every time.
 */
export interface SignedRoute<Request = unknown, Reply = unknown, Asking extends Caller = Caller> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may call it at all; what each caller may see of it is for the use case. */
  readonly audience: 'everybody' | 'ops';
  readonly request: z.ZodMiniType<Request>;
  readonly reply: z.ZodMiniType<Reply>;
  /**
   * A mutation of which nothing may be kept, not even that somebody made it: its key is not remembered, and the use case itself
   * answers the same request the same.
   */
  readonly leavesNoTrace?: true;
  /** Where a question has to do with one statement: finds the caller together with what the answer is made of. */
  findCaller?(portalId: number, userId: string, request: Request): Promise<Asking | null>;
  handle(caller: Asking, request: Request): Promise<Result<Reply, Refusal>>;
}

/** Ties request, reply and use case together once, so that a list of routes needs no type arguments. */
export function signedRoute<Request, Reply, Asking extends Caller = Caller>(
  route: SignedRoute<Request, Reply, Asking>,
): SignedRoute {
  return route;
}

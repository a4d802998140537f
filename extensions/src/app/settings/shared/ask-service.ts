// Generated from extensions/src/app/cards/shared/ask-service.ts by `npm run generate`: edit it there.
import { hubspot } from '@hubspot/ui-extensions';
import { failure, type Failure } from '../contract/index.ts';

/** What of HubSpot's context is needed to reach the service: the profile's variables, whatever the surface. */
export interface Reach {
  variables?: Record<string, unknown>;
}

interface Reply<View> {
  /** Parses the answer; a schema of the contract. */
  answer: { safeParse(reply: unknown): { success: true; data: View } | { success: false } };
}

/** A question: changes nothing. HubSpot adds the signed identity of the viewer on the way. */
export interface Question<View> extends Reply<View> {
  path: string;
  query?: Record<string, string>;
}

/** A change. `key` names the intent: sent again after a failure with the same key it is worked off once. */
export interface Change<View> extends Reply<View> {
  path: string;
  key: string;
  input: Readonly<Record<string, unknown>>;
}

export type FailureNotice = Failure['error'];
export type Answer<View> =
  | { ok: true; view: View }
  /** `isOffline`: the call never came through to HubSpot, which else answers by itself when the service is away. */
  | { ok: false; error: FailureNotice; isOffline?: boolean };

/** A change may have to wait for HubSpot, a question is answered from the service's own store. */
const questionTimeoutMs = 15_000;
const changeTimeoutMs = 30_000;

/** Asks the service. Never throws: what goes wrong on the way becomes a failure like those the service reports. */
export async function askService<View>(reach: Reach, question: Question<View>): Promise<Answer<View>> {
  return send(reach, question, (url) => {
    url.search = new URLSearchParams(question.query).toString();
    return hubspot.fetch(url.href, { method: 'GET', timeout: questionTimeoutMs });
  });
}

/** Tells the service of a change. Never throws, as `askService`. */
export async function tellService<View>(reach: Reach, change: Change<View>): Promise<Answer<View>> {
  return send(reach, change, (url) =>
    hubspot.fetch(url.href, {
      method: 'POST',
      timeout: changeTimeoutMs,
      body: { ...change.input, key: change.key },
    }),
  );
}

async function send<View>(
  reach: Reach,
  { path, answer }: { path: string } & Reply<View>,
  call: (url: URL) => Promise<Response>,
): Promise<Answer<View>> {
  const origin = reach.variables?.['API_ORIGIN'];
  if (typeof origin !== 'string')
    return fail('internal', 'This upload of Sideline lacks the address of its service.');
  try {
    const response = await call(new URL(path, origin));
    return readAnswer({ status: response.status, reply: await response.json() }, answer);
  } catch {
    return { ...fail('unavailable', 'Sideline did not answer. Try again in a minute.'), isOffline: true };
  }
}

function readAnswer<View>(
  { status, reply }: { status: number; reply: unknown },
  answer: Reply<View>['answer'],
): Answer<View> {
  const view = answer.safeParse(reply);
  if (view.success) return { ok: true, view: view.data };
  const reported = failure.safeParse(reply);
  if (reported.success) return { ok: false, error: reported.data.error };
  // Not our words: HubSpot's proxy refused the call (20 at once per account) or could not reach us.
  if (status === 429)
    return fail('too_many_requests', 'Many people are asking at once. Try again in a minute.');
  if (status >= 500) return fail('unavailable', 'Sideline did not answer. Try again in a minute.');
  return fail('internal', 'Sideline gave an answer that this page does not understand.');
}

function fail(code: FailureNotice['code'], message: string): { ok: false; error: FailureNotice } {
  return { ok: false, error: { code, message } };
}

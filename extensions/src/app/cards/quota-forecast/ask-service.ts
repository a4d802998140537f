import { hubspot, type CrmContext } from '@hubspot/ui-extensions';
import { failure, type Failure } from '../contract/index.ts';

/** A question about the open deal. HubSpot adds the signed identity of the viewer on the way. */
export interface Question<View> {
  path: string;
  query?: Record<string, string>;
  /** Parses the answer; a schema of the contract. */
  answer: { safeParse(reply: unknown): { success: true; data: View } | { success: false } };
}

export type FailureNotice = Failure['error'];
export type Answer<View> = { ok: true; view: View } | { ok: false; error: FailureNotice };

/** Asks the service. Never throws: what goes wrong on the way becomes a failure like those the service reports. */
export async function askService<View>(context: CrmContext, question: Question<View>): Promise<Answer<View>> {
  const origin = context.variables?.['API_ORIGIN'];
  if (typeof origin !== 'string')
    return fail('internal', 'This upload of Sideline lacks the address of its service.');
  const url = new URL(question.path, origin);
  url.search = new URLSearchParams({ dealId: String(context.crm.objectId), ...question.query }).toString();
  try {
    const response = await hubspot.fetch(url.href, { method: 'GET', timeout: 15_000 });
    return readAnswer({ status: response.status, reply: await response.json() }, question);
  } catch {
    return fail('unavailable', 'Sideline did not answer. Try again in a minute.');
  }
}

function readAnswer<View>(
  { status, reply }: { status: number; reply: unknown },
  question: Question<View>,
): Answer<View> {
  const view = question.answer.safeParse(reply);
  if (view.success) return { ok: true, view: view.data };
  const reported = failure.safeParse(reply);
  if (reported.success) return { ok: false, error: reported.data.error };
  // Not our words: HubSpot's proxy refused the call (20 at once per account) or could not reach us.
  if (status === 429)
    return fail('too_many_requests', 'Many people are asking at once. Try again in a minute.');
  if (status >= 500) return fail('unavailable', 'Sideline did not answer. Try again in a minute.');
  return fail('internal', 'Sideline gave an answer that this card does not understand.');
}

function fail(code: FailureNotice['code'], message: string): { ok: false; error: FailureNotice } {
  return { ok: false, error: { code, message } };
}

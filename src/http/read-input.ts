import * as z from 'zod/mini';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from './refusal.ts';

type Pairs = readonly (readonly [string, string])[];

/** The input of a question, from the query without the identity that HubSpot appended. */
export function readQuestion<Request>(schema: z.ZodMiniType<Request>, own: Pairs): Result<Request, Refusal> {
  const repeated = own.find(([name], index) => own.findIndex(([other]) => other === name) !== index);
  if (repeated) {
    return err({ code: 'bad_request', message: `${repeated[0]} occurs more than once.`, field: repeated[0] });
  }
  const unreadable = own.find(([, value]) => !isText(value));
  if (unreadable) return err({ ...notText, field: unreadable[0] });
  return check(schema, Object.fromEntries(own));
}

const keyed = z.looseObject({ key: z.string().check(z.regex(/^[\w-]{8,64}$/)) });

/** The input of a mutation and its idempotency key, from the JSON body alone. */
export function readMutation<Request>(
  schema: z.ZodMiniType<Request>,
  own: Pairs,
  body: unknown,
): Result<{ readonly key: string; readonly request: Request }, Refusal> {
  const [stray] = own;
  if (stray) {
    const message = `${stray[0]} belongs into the body of the request.`;
    return err({ code: 'bad_request', message, field: stray[0] });
  }
  const json = parseJson(body);
  if (json === undefined) {
    return err({ code: 'bad_request', message: 'The body of the request must be a JSON object.' });
  }
  const broken = findBroken(json, '');
  if (broken !== null) return err({ ...notText, ...(broken !== '' && { field: broken }) });
  const withKey = keyed.safeParse(json);
  if (!withKey.success) {
    const message = 'key must be 8 to 64 letters, digits, - or _, chosen anew for each change.';
    return err({ code: 'bad_request', message, field: 'key' });
  }
  // From what was sent itself: the parsed copy lacks a field called __proto__, which is as unknown as any other.
  const { key, ...rest } = json as z.infer<typeof keyed>;
  const request = check(schema, rest);
  return request.ok ? ok({ key, request: request.value }) : request;
}

function check<Request>(schema: z.ZodMiniType<Request>, input: unknown): Result<Request, Refusal> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return err({
    code: 'bad_request',
    message: `${field || 'The request'}: ${issue?.message ?? 'invalid'}`,
    ...(field && { field }),
  });
}

const notText: Refusal = {
  code: 'bad_request',
  message:
    'This holds characters that are no text, as half an emoji is. Take out what was pasted last, and try again.',
};

/** What every store can keep: no zero character, no half of a surrogate pair. */
const isText = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** Where a text stands that no store can keep, `content.text.goal`; null where there is none. */
function findBroken(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (!isText(name)) return path;
    const broken = findBroken(inner, path === '' ? name : `${path}.${name}`);
    if (broken !== null) return broken;
  }
  return null;
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '') as unknown;
  } catch {
    return undefined;
  }
}

import fc from 'fast-check';
import type { SignedRoute } from '../../src/http/index.ts';
import { arbitraryInput } from './arbitrary-input.ts';
import { inputOf, type Asker, type Knock } from './knock.ts';

interface Cast {
  readonly rep: Asker;
  readonly ops: Asker;
  readonly webhookPath: string;
  readonly appId: number;
  readonly portalId: number;
}

const nasty = fc.constantFrom(
  '',
  '0',
  '-1',
  '1e309',
  '07001',
  '7001 or 1=1',
  "'; drop table deal; --",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  '9'.repeat(400),
  '٣',
  'NaN',
  'null',
  '__proto__',
  '%00',
  'x'.repeat(5_000),
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }));
const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.double(), fc.maxSafeInteger());
const garbage = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    '{',
    '[',
    '{"key":',
    '[]',
    '""',
    '{"__proto__":{"isOps":true}}',
    `{"a":${'['.repeat(3_000)}`,
  ),
);
const stranger = fc.record({
  userId: fc.constantFrom(999_999, 1, 2 ** 40),
  portalId: fc.constantFrom(1, 4_711, 2 ** 50),
});

/** An input of the right shape with one thing wrong in it. */
function spoil(input: unknown, field: string, value: unknown, how: 'drop' | 'add' | 'replace'): unknown {
  const names = Object.keys(input as object);
  const name = names[field.length % Math.max(names.length, 1)] ?? field;
  if (how === 'add') return { ...(input as object), [`x${field}`]: value };
  const rest = Object.entries(input as object).filter(([each]) => each !== name);
  return Object.fromEntries(how === 'drop' ? rest : [...rest, [name, value]]);
}

/**
 * Requests to a route that must not come to anything: what fits the schema is left out, unless whoever asks may not ask or
 * the signature is another's.
 */
export function badRequests(route: SignedRoute, { rep, ops }: Cast): fc.Arbitrary<Knock> {
  const { method, path } = route;
  const right = arbitraryInput(route.request);
  const fits = (input: unknown) => route.request.safeParse(input).success;
  const asInput = (input: unknown, key?: string): Knock => ({ ...inputOf(route, input, key), asker: ops });
  const spoilt = fc
    .tuple(right, text, json, fc.constantFrom('drop' as const, 'add' as const, 'replace' as const))
    .map(([input, field, value, how]) => spoil(input, field, value, how))
    .filter((input) => !fits(asRead(route, input)))
    .map((input) => asInput(input));
  const invented = fc
    .dictionary(text, json, { maxKeys: 4 })
    .filter((input) => !fits(asRead(route, input)))
    .map((input) => asInput(input));
  const unproven = fc
    .tuple(
      right,
      fc.constantFrom<Partial<Knock>>(
        { timestamp: null },
        { secret: 'guessed' },
        { timestamp: Date.now() - 3_600_000 },
        { headers: { 'X-HubSpot-Signature-v3': 'é'.repeat(3) } },
        { asker: null },
        { asker: { ...ops, appId: 1 } },
      ),
    )
    .map(([input, change]): Knock => ({ ...asInput(input), ...change }));
  const unknown = fc.tuple(right, stranger).map(([input, asker]): Knock => ({ ...asInput(input), asker }));
  const ofRep = right.map((input): Knock => ({ ...asInput(input), asker: rep }));
  const everyday = [
    spoilt,
    spoilt,
    invented,
    unproven,
    unknown,
    ...(route.audience === 'ops' ? [ofRep] : []),
  ];
  if (method === 'GET') return fc.oneof(...everyday);
  const badKey = fc.tuple(right, text).map(([input, key]) => asInput(input, key.slice(0, 7)));
  const badBody = garbage.map((body): Knock => ({ method, path, body, asker: ops }));
  const inQuery = fc.tuple(text, text).map(([name, value]): Knock => ({
    method,
    path,
    query: { [`q${name}`]: value },
    body: '{}',
    asker: ops,
  }));
  return fc.oneof(...everyday, badKey, badBody, inQuery);
}

/** A question's input arrives as text. */
function asRead(route: SignedRoute, input: unknown): unknown {
  if (route.method === 'POST') return JSON.parse(JSON.stringify(input)) as unknown;
  return Object.fromEntries(
    Object.entries(input as object).map(([name, value]) => [name, String(value).toWellFormed()]),
  );
}

/** Deliveries of which nothing is ours. */
export function badDeliveries({ webhookPath: path, appId, portalId }: Cast): fc.Arbitrary<Knock> {
  const method = 'POST';
  const id = fc.oneof(
    text.filter((each) => !/^[1-9]\d{0,19}$/.test(each)),
    fc.double(),
    fc.constant(-1),
  );
  const event = (change: Record<string, unknown>) => ({
    appId,
    portalId,
    objectId: 7_001,
    objectTypeId: '0-3',
    subscriptionType: 'object.propertyChange',
    propertyName: 'amount',
    occurredAt: 1,
    ...change,
  });
  const notOurs = fc.oneof(
    id.map((objectId) => event({ objectId })),
    fc.constantFrom('0-1', '0-2', '2-123', '', null).map((objectTypeId) => event({ objectTypeId })),
    text.map((name) => event({ subscriptionType: `object.${name}x` })),
    fc.constantFrom(1, -1, 2 ** 60, 0.5, '62515x', null).map((other) => event({ portalId: other })),
    fc.constantFrom(7, null, 'x').map((other) => event({ appId: other })),
    json,
  );
  const deliveries = fc.array(notOurs, { maxLength: 5 }).map((events): Knock => ({
    method,
    path,
    body: JSON.stringify(events),
    asker: null,
  }));
  const unproven = fc
    .constantFrom<Partial<Knock>>({ timestamp: null }, { secret: 'guessed' }, { timestamp: 1 })
    .map((change): Knock => ({ method, path, body: JSON.stringify([event({})]), asker: null, ...change }));
  return fc.oneof(
    deliveries,
    deliveries,
    garbage
      .filter((body) => !/^\s*\[/.test(String(body)))
      .map((body): Knock => ({ method, path, body, asker: null })),
    unproven,
  );
}

/** Runs of workflow actions that make no sense, are of nobody we know, or were not signed. */
export function badRuns(path: string, portalId: number): fc.Arbitrary<Knock> {
  const knock = (run: unknown): Knock => ({ method: 'POST', path, body: JSON.stringify(run), asker: null });
  const run = (change: Record<string, unknown>) => ({
    callbackId: 'ap-1-2-3-4',
    origin: { portalId },
    object: { objectId: 7_001, objectType: 'DEAL' },
    inputFields: { reason: 'why' },
    ...change,
  });
  const spoilt = fc.oneof(
    text.filter((each) => !/^[\w.:-]{1,200}$/.test(each)).map((callbackId) => run({ callbackId })),
    fc.constantFrom(1, -1, 0.5, 2 ** 60, 'x', null).map((other) => run({ origin: { portalId: other } })),
    json
      .filter((each) => !/^"?[1-9]\d{0,19}"?$/.test(JSON.stringify(each)))
      .map((objectId) => run({ object: { objectId, objectType: 'DEAL' } })),
    text.map((objectType) => run({ object: { objectId: 7_001, objectType: `${objectType}x` } })),
    fc.constantFrom([], 'x', 7, { reason: {} }, { reason: [] }).map((inputFields) => run({ inputFields })),
    json,
  );
  const unproven = fc
    .constantFrom<Partial<Knock>>({ timestamp: null }, { secret: 'guessed' }, { timestamp: 1 })
    .map((change): Knock => ({ ...knock(run({})), ...change }));
  return fc.oneof(
    spoilt.map(knock),
    unproven,
    garbage.map((body): Knock => ({ method: 'POST', path, body, asker: null })),
  );
}

/** Addresses where nothing is, methods that are not served, and callbacks of installs that never began. */
export function strayRequests(routes: readonly SignedRoute[]): fc.Arbitrary<Knock> {
  const path = fc.constantFrom(
    ...routes.map((route) => route.path),
    '/oauth/callback',
    '/ready',
    '/openapi.json',
  );
  const nowhere = fc
    .array(fc.oneof(text, fc.constantFrom('.', '..', '%2e', 'cards')), { minLength: 1, maxLength: 4 })
    .map((parts): Knock => ({
      method: 'GET',
      path: `/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}`,
      asker: null,
    }))
    .filter(({ path: asked }) => asked !== '/oauth/install');
  const method = fc.constantFrom('PUT', 'PATCH', 'DELETE', 'OPTIONS');
  const misused = fc
    .tuple(method, path)
    .map(([each, at]): Knock => ({ method: each, path: at, asker: null, timestamp: null }));
  const callback = fc
    .dictionary(fc.constantFrom('code', 'state', 'returnUrl', 'error_description'), text, { minKeys: 1 })
    .filter(({ code, state }) => code === undefined || state !== undefined)
    .map((query): Knock => ({ method: 'GET', path: '/oauth/callback', query, asker: null, timestamp: null }));
  return fc.oneof(nowhere, misused, callback);
}

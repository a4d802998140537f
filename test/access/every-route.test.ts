import fc from 'fast-check';
import type { Layer } from './express-layers.ts';
import { listPaths } from './express-layers.ts';
import type { SignedRoute } from '../../src/http/index.ts';
import { people } from '../support/small-company.ts';
import { startService, type TestService } from '../support/start-service.ts';
import { arbitraryInput, namesThings } from './arbitrary-input.ts';
import { inputOf, knock, type Knock } from './knock.ts';
import { coachingSecret, writeCoaching } from './write-coaching.ts';
import { copyPortal, foreign, secondPortalId, secret, snapshot } from './second-portal.ts';

const seed = 20_261_124;
const ana = { userId: people.ana.userId };
const olga = { userId: people.olga.userId };
let service: TestService;
let routes: readonly SignedRoute[];

beforeAll(async () => {
  service = await startService();
  await service.connect();
  routes = service.sideline.routes;
  await writeCoaching(service);
  await copyPortal(service.sideline.database.db, service.portalId);
}, 120_000);
afterAll(async () => {
  await service.stop();
}, 60_000);

const db = () => service.sideline.database.db;
const sample = (route: SignedRoute, numRuns: number, ids?: fc.Arbitrary<string>): unknown[] =>
  fc.sample(arbitraryInput(route.request, ids ? { ids } : {}), { numRuns, seed });

/** Asks every route the same way; answers by route. */
async function askEvery(
  change: Partial<Knock>,
  which: readonly SignedRoute[] = routes,
): Promise<{ route: string; status: number; code: unknown }[]> {
  const answers = [];
  for (const route of which) {
    const [input] = sample(route, 1);
    const { status, text } = await knock(service, { ...inputOf(route, input), asker: olga, ...change });
    const { error } = JSON.parse(text) as { error?: { code: string } };
    answers.push({ route: `${route.method} ${route.path}`, status, code: error?.code });
  }
  return answers;
}
const refused = (which: readonly SignedRoute[], status: number, code: string) =>
  which.map((route) => ({ route: `${route.method} ${route.path}`, status, code }));

test('everything that is served is either signed for a person, signed by HubSpot, or meant for anybody', () => {
  const signed = routes.map(({ method, path }) => `${method} ${path}`);
  expect(signed.length).toBeGreaterThanOrEqual(2);
  const served = listPaths(service.sideline.app.router as unknown as Layer['handle']);
  expect(served.filter((path) => !signed.includes(path)).sort()).toEqual([
    'GET /health',
    'GET /oauth/callback',
    'GET /oauth/install',
    'GET /openapi.json',
    'GET /ready',
    'POST /webhooks/hubspot',
    'POST /workflow-actions/request-coaching',
  ]);
  expect(signed.filter((path) => !served.includes(path))).toEqual([]);
});

test.each<[string, () => Partial<Knock>]>([
  ['unsigned', () => ({ timestamp: null })],
  ['forged', () => ({ secret: 'guessed' })],
  ['stale, which is a replay after five minutes', () => ({ timestamp: Date.now() - 5 * 60_000 - 1_000 })],
  ['from the future', () => ({ timestamp: Date.now() + 75_000 })],
  ['signed for another path', () => ({ signed: { path: '/cards/elsewhere' } })],
  ['signed for another method', () => ({ signed: { method: 'PATCH' } })],
  ['signed for another portal', () => ({ signed: { asker: { ...olga, portalId: secondPortalId } } })],
  ['signed for another user', () => ({ signed: { asker: ana } })],
])('every route refuses a request that is %s, and tells nothing', async (_what, change) => {
  expect(await askEvery(change())).toEqual(refused(routes, 401, 'bad_signature'));
});

test('every route refuses a request through another app, and one of a portal that is not connected', async () => {
  expect(await askEvery({ asker: { ...olga, appId: 7 } })).toEqual(refused(routes, 400, 'bad_request'));
  expect(await askEvery({ asker: { ...olga, portalId: 4_711 } })).toEqual(
    refused(routes, 409, 'not_connected'),
  );
});

test('a question takes no body, and is no mutation', async () => {
  const questions = routes.filter(({ method }) => method === 'GET');
  const isMutation = (path: string) => routes.some((route) => route.method === 'POST' && route.path === path);
  for (const route of questions) {
    const asked = { ...inputOf(route, sample(route, 1)[0]), body: '{}', asker: olga };
    expect((await knock(service, asked)).status).toBe(401);
    if (isMutation(route.path)) continue;
    expect((await knock(service, { ...asked, method: 'POST' })).status).toBe(404);
  }
  expect(questions.length).toBeGreaterThan(0);
});

test('routes of ops refuse whoever is not ops, whatever they ask, and change nothing', async () => {
  const ofOps = routes.filter(({ audience }) => audience === 'ops');
  const before = await snapshot(db());
  for (const asker of [ana, { userId: people.maria.userId }, { userId: 999_999 }]) {
    expect(await askEvery({ asker }, ofOps)).toEqual(refused(ofOps, 403, 'forbidden'));
  }
  expect(await snapshot(db())).toEqual(before);
});

test("another portal's ids are not found: nothing of it is told, changed, or answered otherwise than an id that never was", async () => {
  const before = await snapshot(db(), secondPortalId);
  const ids = fc.constantFrom(
    ...Object.values(before)
      .flat()
      .flatMap((row) => row.match(new RegExp(`(?<=")${foreign}\\d+(?=")`, 'g')) ?? []),
  );
  const pointing = routes.filter(({ request }) => namesThings(request));
  expect(pointing.length).toBeGreaterThanOrEqual(2);
  for (const route of pointing) {
    for (const input of sample(route, 6, ids)) {
      const unknown = JSON.parse(JSON.stringify(input).replaceAll(`"${foreign}`, '"99')) as unknown;
      for (const asker of [ana, olga]) {
        const theirs = await knock(service, { ...inputOf(route, input), asker });
        const nobodys = await knock(service, { ...inputOf(route, unknown), asker });
        const what = `${route.method} ${route.path} ${JSON.stringify(input)}: ${theirs.text}`;
        expect([what, theirs.text.includes(secret)]).toEqual([what, false]);
        expect([what, theirs.status]).toEqual([what, nobodys.status]);
        expect(theirs.status).toBeLessThan(500);
      }
    }
  }
  expect(await snapshot(db(), secondPortalId)).toEqual(before);
});

test('a reason why somebody is refused is never on our side', async () => {
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const input of sample(route, 10)) {
      for (const asker of [ana, olga, { userId: 999_999 }]) {
        const { status, text } = await knock(service, { ...inputOf(route, input), asker });
        expect([route.path, input, status < 500 ? '' : text]).toEqual([route.path, input, '']);
      }
    }
  }
});

test('no route tells a word of coaching to anybody but author and rep, whatever they ask and whoever they are', async () => {
  const ids = async (table: 'coaching_note' | 'coaching_action' | 'coaching_line') => {
    const { portalId } = service;
    const query = db().selectFrom(table).select('id').where('portal_id', '=', portalId);
    const rows = await query.where('rep_id', '=', people.ana.ownerId).execute();
    return rows.map(({ id }) => id);
  };
  const guessed = [
    ...(await ids('coaching_note')),
    ...(await ids('coaching_action')),
    ...(await ids('coaching_line')),
  ];
  expect(guessed.length).toBeGreaterThan(4);
  const kept = async () => {
    const { coaching_note, coaching_addendum, coaching_line, coaching_action } = await snapshot(
      db(),
      service.portalId,
    );
    return { coaching_note, coaching_addendum, coaching_line, coaching_action };
  };
  const before = await kept();
  const known = fc.constantFrom('7001', people.ana.ownerId, people.maria.ownerId, ...guessed);
  const others = [people.ben, people.eva, people.olga].map(({ userId }) => userId);
  for (const route of routes.filter(({ path }) => path.startsWith('/cards/') || path.startsWith('/home/'))) {
    for (const input of sample(route, 12, known)) {
      for (const userId of [...others, 999_999]) {
        // Their own lines are theirs to write.
        if (route.path === '/cards/coaching/line') continue;
        const { status, text } = await knock(service, { ...inputOf(route, input), asker: { userId } });
        const what = `${route.method} ${route.path} ${userId} ${JSON.stringify(input)}: ${text}`;
        expect([what, text.includes(coachingSecret)]).toEqual([what, false]);
        expect(status).toBeLessThan(500);
      }
    }
  }
  expect(await kept()).toEqual(before);
  // Those whom it is for do read it, so the search above would have found it.
  const asked = { method: 'GET', path: '/cards/coaching', query: { recordType: 'deal', recordId: '7001' } };
  expect((await knock(service, { ...asked, asker: ana })).text).toContain(coachingSecret);
});

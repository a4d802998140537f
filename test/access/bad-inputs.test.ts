import fc from 'fast-check';
import { people } from '../support/small-company.ts';
import { startService, type TestService } from '../support/start-service.ts';
import { arbitraryInput } from './arbitrary-input.ts';
import { badDeliveries, badRequests, badRuns, strayRequests } from './bad-inputs.ts';
import { inputOf, knock, type Knock } from './knock.ts';
import { snapshot } from './second-portal.ts';

const seed = 20_261_124;
const atOnce = 32;
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.connect();
}, 120_000);
afterAll(async () => {
  await service.stop();
}, 60_000);

const db = () => service.sideline.database.db;
const ops = { userId: people.olga.userId };
const cast = () => ({
  rep: { userId: people.ana.userId },
  ops,
  webhookPath: service.sideline.manifest.webhooks.path,
  appId: service.portal.app.appId,
  portalId: service.portalId,
});

/** Asks everything, several at once; answers with the requests that broke something on our side, and how many were taken. */
async function askAll(requests: readonly Knock[]): Promise<{ broke: unknown[]; taken: Knock[] }> {
  const left = [...requests];
  const broke: unknown[] = [];
  const taken: Knock[] = [];
  const ask = async (): Promise<void> => {
    for (let request = left.pop(); request; request = left.pop()) {
      const { status, text } = await knock(service, request);
      if (status >= 500) broke.push({ request, status, text });
      if (status < 300) taken.push(request);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return { broke, taken };
}

test('ten thousand bad inputs over every route and the webhook break nothing and change no row', async () => {
  const { routes } = service.sideline;
  const share = Math.ceil(7_000 / routes.length);
  const bad = [
    ...routes.flatMap((route) => fc.sample(badRequests(route, cast()), { numRuns: share, seed })),
    ...fc.sample(badDeliveries(cast()), { numRuns: 2_000, seed }),
    ...fc.sample(strayRequests(routes), { numRuns: 1_000, seed }),
    ...service.sideline.manifest.workflowActions.flatMap(({ path }) =>
      fc.sample(badRuns(path, service.portalId), { numRuns: 1_000, seed }),
    ),
  ];
  expect(bad.length).toBeGreaterThanOrEqual(10_000);
  const before = await snapshot(db());
  const { broke, taken } = await askAll(bad);
  expect(broke).toEqual([]);
  // Deliveries are taken, or HubSpot would send them again; everything else is refused.
  const { webhooks } = service.sideline.manifest;
  const open = [webhooks.path, '/openapi.json', '/ready', '/health'];
  expect(taken.filter(({ path, method }) => !open.includes(path) && method !== 'OPTIONS')).toEqual([]);
  expect(await snapshot(db())).toEqual(before);
}, 240_000);

test('what fits the schema but makes no sense is refused in words or done, and breaks nothing either', async () => {
  // These change rows, as they should; nothing after them may need the portal.
  const valid = service.sideline.routes.flatMap((route) =>
    fc
      .sample(arbitraryInput(route.request), { numRuns: 40, seed })
      .filter((input) => route.request.safeParse(input).success)
      .map((input): Knock => ({ ...inputOf(route, input), asker: ops })),
  );
  expect((await askAll(valid)).broke).toEqual([]);
}, 240_000);

import fc from 'fast-check';
import { createLog } from '../../src/commands/log.ts';
import { editDeal } from '../support/portal-deals.ts';
import { people } from '../support/small-company.ts';
import { startService, type TestService } from '../support/start-service.ts';
import { arbitraryInput } from './arbitrary-input.ts';
import { inputOf, knock } from './knock.ts';

const seed = 20_261_124;
let logged = '';
let service: TestService;

beforeAll(async () => {
  const log = createLog('info', { write: (line) => void (logged += line) });
  log.level = 'trace';
  service = await startService({}, { log });
  await service.connect();
}, 120_000);
afterAll(async () => {
  await service.stop();
}, 60_000);

/** What must never be read in a log, planted wherever somebody can write. */
const planted = {
  address: 'quentin.personal@example.com',
  name: 'Quentin Personal',
  amount: '98765.43',
  token: 'CLPtoken0123456789abcdefghijklmnop',
};
const inEveryField = fc.constantFrom(...Object.values(planted));

test('nothing that speaks of a person, no secret and no amount stands in the logs, whatever is asked', async () => {
  const { routes, database } = service.sideline;
  const signatures: string[] = [];
  // The portal's own data, through jobs and a write-back.
  editDeal(service.portal, '7001', { dealname: planted.name, amount: planted.amount });
  await service.settled();
  for (const route of routes) {
    const [right] = fc.sample(arbitraryInput(route.request), { numRuns: 1, seed });
    const inputs = [
      right,
      { ...(right as object), stray: planted.name, token: planted.token },
      Object.fromEntries(Object.keys(right as object).map((name) => [name, planted.address])),
      fc.sample(arbitraryInput(route.request, { ids: inEveryField }), { numRuns: 1, seed })[0],
    ];
    for (const input of inputs) {
      for (const userId of [people.ana.userId, people.olga.userId]) {
        const answer = await knock(service, {
          ...inputOf(route, input),
          asker: { userId },
          headers: { authorization: `Bearer ${planted.token}`, cookie: `sideline_install=${planted.token}` },
        });
        signatures.push(String(answer.headers['x-request-id']));
      }
    }
  }
  const callback = { method: 'GET', path: '/oauth/callback', asker: null };
  await knock(service, { ...callback, query: { code: planted.token, state: planted.token } });
  await knock(service, { ...callback, query: { error_description: planted.address } });
  const event = { appId: service.portal.app.appId, portalId: service.portalId, objectId: planted.name };
  await knock(service, {
    method: 'POST',
    path: service.sideline.manifest.webhooks.path,
    body: JSON.stringify([{ ...event, propertyName: planted.address, propertyValue: planted.amount }]),
    asker: null,
  });
  // A break on our side: whatever the store says about the row goes through the error edge.
  const broken = await database.db
    .insertInto('owner')
    .values({
      portal_id: 1,
      id: planted.name,
      user_id: null,
      email: planted.address,
      name: planted.name,
      archived: false,
      team_id: null,
    })
    .execute()
    .then(() =>
      database.db
        .insertInto('owner')
        .values({
          portal_id: 1,
          id: planted.name,
          user_id: null,
          email: planted.address,
          name: planted.name,
          archived: false,
          team_id: null,
        })
        .execute(),
    )
    .catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(Error);
  createLog('warn', { write: (line) => void (logged += line) }).error({ err: broken }, 'broken');

  const lines = logged.trim().split('\n');
  expect(lines.filter((line) => line.includes('"route"')).length).toBeGreaterThan(routes.length * 7);
  expect(lines.filter((line) => line.includes('"job"')).length).toBeGreaterThan(0);
  const { clientSecret } = service.portal.app;
  const emails = Object.keys(people).map((name) => `${name}@example.com`);
  const names = ['Ana Ruiz', 'Maria Ruiz', 'Olga Ruiz'];
  for (const never of [
    ...Object.values(planted),
    clientSecret,
    ...emails,
    ...names,
    'somebody',
    'Bearer',
    '%40',
  ]) {
    expect([never, lines.find((line) => line.includes(never))]).toEqual([never, undefined]);
  }
  expect(logged).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  // Signatures are 44 characters of base64; ids of requests are none.
  expect(lines.filter((line) => /[A-Za-z0-9+/]{43}=/.test(line))).toEqual([]);
  expect(new Set(signatures).size).toBe(signatures.length);
}, 150_000);

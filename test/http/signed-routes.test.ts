import { sql } from 'kysely';
import { forPortal as installOf } from '../../src/install/store.ts';
import { quotaForecastView } from '../../src/contract/index.ts';
import { askCard, askSigned, startService, type TestService } from '../support/start-service.ts';
import { people } from '../support/small-company.ts';
import { editDeal } from '../support/portal-deals.ts';

let service: TestService;
const card = '/cards/quota-forecast';

beforeAll(async () => {
  service = await startService();
  await service.connect();
});
afterAll(async () => {
  await service.stop();
});

const identity = (change: Record<string, string> = {}) =>
  new URLSearchParams({
    portalId: String(service.portalId),
    userId: String(people.ana.userId),
    userEmail: 'ana@example.com',
    appId: String(service.portal.app.appId),
    ...change,
  }).toString();
const uri = (query: string, change: Record<string, string> = {}) =>
  `${service.publicUrl}${card}?${query}&${identity(change)}`;
const secret = () => service.portal.app.clientSecret;
const ask = (path: string, userId: number = people.ana.userId) => askCard(service, path, { userId });

describe('a signature', () => {
  const right = 'dealId=7001&x=';
  const refusal = {
    status: 401,
    body: {
      error: { code: 'bad_signature', message: 'This request does not carry a valid HubSpot signature.' },
    },
  };

  test('is accepted over the address as it was sent and as HubSpot decodes it', async () => {
    const sent = uri('dealId=7001', { userEmail: 'ana@example.com' });
    expect(sent).toContain('%40');
    for (const signedUri of [sent, sent.replace('%40', '@')]) {
      expect((await askSigned(sent, secret(), { signedUri })).status).toBe(200);
    }
  });

  test('is refused alike when old, from the future, forged, of another address or missing', async () => {
    const sent = uri(right);
    const now = Date.now();
    const bare = await fetch(sent);
    const answers = [
      await askSigned(sent, secret(), { timestamp: now - 5 * 60_000 - 2_000 }),
      await askSigned(sent, secret(), { timestamp: now + 75_000 }),
      await askSigned(sent, 'another secret'),
      await askSigned(sent, secret(), { signedUri: uri('dealId=7004') }),
      await askSigned(sent, secret(), { signedUri: sent.replace('localhost', '127.0.0.1') }),
      { status: bare.status, body: await bare.json() },
    ];
    expect(answers).toEqual(answers.map(() => refusal));
  });
});

describe('who asks', () => {
  test.each(['portalId', 'userId', 'userEmail', 'appId'])('must not be said twice (%s)', async (name) => {
    const answer = await askSigned(uri(`dealId=7001&${name}=1202`), secret());
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request', field: name } } });
  });

  test('must be said', async () => {
    const answer = await askSigned(`${service.publicUrl}${card}?dealId=7001`, secret());
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });

  test.each([{ portalId: '0' }, { userId: '-1' }, { userId: 'abc' }])(
    'must make sense (%j)',
    async (change) => {
      const answer = await askSigned(uri('dealId=7001', change), secret());
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
    },
  );

  test('must ask through our app', async () => {
    const answer = await askSigned(uri('dealId=7001', { appId: '7' }), secret());
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request', field: 'appId' } } });
  });

  test('an unknown portal and a disconnected one are refused alike', async () => {
    const unknown = await askSigned(uri('dealId=7001', { portalId: '999' }), secret());
    const { db } = service.sideline.database;
    await db
      .insertInto('portal')
      .values({
        id: 888,
        name: 'Gone',
        time_zone: 'UTC',
        company_currency: 'EUR',
        connected: false,
        installed_by: '1',
        scopes: '[]',
        ready_at: new Date(),
      })
      .execute();
    const gone = await askSigned(uri('dealId=7001', { portalId: '888' }), secret());
    expect(unknown).toEqual(gone);
    expect(gone).toMatchObject({ status: 409, body: { error: { code: 'not_connected' } } });
  });
});

describe('the input', () => {
  test.each([
    ['an unknown parameter', 'dealId=7001&extra=1', undefined],
    ['no deal', '', 'dealId'],
    ['a deal id that is none', 'dealId=1%20or%201', 'dealId'],
    ['a deal id with a leading zero', 'dealId=07001', 'dealId'],
    ['a parameter said twice', 'dealId=7001&dealId=7004', 'dealId'],
  ])('is refused: %s', async (_case, query, field) => {
    const answer = await askSigned(`${service.publicUrl}${card}?${query}&${identity()}`, secret());
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
    expect(answer.body.error.field).toBe(field);
    if (field === undefined) expect(answer.body.error.message).toContain('extra');
  });

  test.each([
    ['amount=24%2C000&closeDate=2026-12-15', 'amount'],
    ['amount=-1&closeDate=2026-12-15', 'amount'],
    ['amount=24000&closeDate=2026-02-30', 'closeDate'],
    ['amount=24000&closeDate=15.12.2026', 'closeDate'],
    ['amount=24000&closeDate=2026-11-23', 'closeDate'],
  ])('of a what-if names the field at fault: %s', async (query, field) => {
    const answer = await ask(`${card}/what-if?dealId=7001&${query}`);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request', field } } });
  });
});

describe('the answer', () => {
  test("to another portal's deal, an unknown one and a deleted one is the same", async () => {
    const { db } = service.sideline.database;
    await sql`insert into deal select ${888}::bigint, '4711', name, pipeline_id, stage_id, owner_id, amount, currency,
      exchange_rate, home_minor, close_at, created_at, modified_at, is_closed, is_won, is_split, forecast_category,
      stage_entered_at, won_entered_at, won_exited_at, stage_entries, known, exclusion, exclusion_period
      from deal where portal_id = ${service.portalId} and id = '7001'`.execute(db);
    const others = await ask(`${card}?dealId=4711`);
    expect(others).toEqual(await ask(`${card}?dealId=99999999`));
    expect(others).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  });

  test('keeps to the contract and carries no cache, cookie or server name', async () => {
    const { status, body } = await ask(`${card}?dealId=7001`);
    expect(status).toBe(200);
    expect(quotaForecastView.parse(body)).toEqual(body);
    const bare = await fetch(uri('dealId=7001'));
    for (const name of ['x-powered-by', 'set-cookie', 'etag']) expect(bare.headers.get(name)).toBeNull();
  });

  test('to an address where nothing is says so, signed or not', async () => {
    const answer = await fetch(`${service.publicUrl}/cards/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } });
  });

  test('to a request that broke on our side hides the cause', async () => {
    const { db } = service.sideline.database;
    await sql`alter table deal rename to deal_away`.execute(db);
    const answer = await ask(`${card}?dealId=7001`);
    await sql`alter table deal_away rename to deal`.execute(db);
    expect(answer).toEqual({
      status: 500,
      body: {
        error: { code: 'internal', message: 'Something went wrong on our side. Try again in a minute.' },
      },
    });
  });

  test('before the first pull is complete says that it runs', async () => {
    const { db } = service.sideline.database;
    await db.updateTable('portal').set({ ready_at: null }).where('id', '=', service.portalId).execute();
    const answer = await ask(`${card}?dealId=7001`);
    await installOf(db, service.portalId).markReady(new Date());
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'not_ready' } } });
  });
});

test('health answers, and readiness asks the store', async () => {
  expect(await (await fetch(`${service.publicUrl}/health`)).json()).toEqual({ status: 'up' });
  expect(await (await fetch(`${service.publicUrl}/ready`)).json()).toEqual({ status: 'ready' });
});

test('an edit in HubSpot moves the card, by the webhook alone', async () => {
  expect((await ask(`${card}?dealId=7001`)).body.dealFacts).toContain('24,000 EUR');
  editDeal(service.portal, '7001', { amount: '36000' });
  await service.settled();
  const moved = async () => (await ask(`${card}?dealId=7001`)).body.dealFacts.includes('36,000 EUR');
  while (!(await moved())) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await moved()).toBe(true);
});

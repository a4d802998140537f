import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DealPage, Effect, PortalRecord, Session } from '../../../src/sandbox/page/portal-types.ts';
import { firmSeed } from './firm-seed.ts';
import { request, startTinyPortal, tinyApp, type TinyPortal } from './start-tiny-portal.ts';

const cardOrigin = 'https://api.sideline.example';
let portal: TinyPortal;
let seen: { method: string; url: string; body: string; signature: string; timestamp: string }[];
let answers: { status: number; body: string }[];

const service = createServer((incoming, outgoing) => {
  let body = '';
  incoming.on('data', (chunk) => (body += String(chunk)));
  incoming.on('end', () => {
    seen.push({
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      body,
      signature: String(incoming.headers['x-hubspot-signature-v3']),
      timestamp: String(incoming.headers['x-hubspot-request-timestamp']),
    });
    const reply = answers.shift() ?? { status: 200, body: '{"view":1}' };
    outgoing.writeHead(reply.status).end(reply.body);
  });
});
const serviceOrigin = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

beforeAll(async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
});
afterAll(() => service.close());
beforeEach(async () => {
  seen = [];
  answers = [];
  const directory = mkdtempSync(join(tmpdir(), '.page-'));
  writeFileSync(join(directory, 'index.html'), '<title>Page</title>');
  writeFileSync(join(directory, 'card.js'), 'card()');
  writeFileSync(join(directory, 'settings.js'), 'settings()');
  portal = await startTinyPortal({
    seed: () => firmSeed,
    pageDirectory: directory,
    app: {
      ...tinyApp,
      fetchOrigins: { [cardOrigin]: serviceOrigin() },
      variables: { API_ORIGIN: cardOrigin },
      cards: [
        {
          uid: 'quota',
          name: 'Quota',
          location: 'crm.record.tab',
          objectTypes: ['deals', 'contacts'],
          bundleFile: join(directory, 'card.js'),
        },
      ],
      pages: [{ uid: 'settings', location: 'settings', bundleFile: join(directory, 'settings.js') }],
    },
  });
});
afterEach(() => portal.stop());

const ask = async <Answer>(path: string) => {
  const { body } = await request(`${portal.origin}/sandbox/api/${path}`);
  return body as unknown as Answer;
};
const edit = (properties: Record<string, string | null>) =>
  request(`${portal.origin}/sandbox/api/deals/7891023`, {
    method: 'PATCH',
    body: { userId: 9586504, properties },
  });
const cardFetch = (changes: object = {}) =>
  request(`${portal.origin}/sandbox/api/card-fetch`, {
    method: 'POST',
    body: {
      userId: 9586504,
      url: `${cardOrigin}/cards/quota?dealId=5`,
      method: 'GET',
      timeout: 5_000,
      ...changes,
    },
  });

test('serves the page at each of its addresses, and the bundles of cards and pages', async () => {
  for (const path of ['/', '/deals/7891023', '/contacts/201', '/settings', '/home', '/home/team/north']) {
    expect(await (await fetch(portal.origin + path)).text()).toBe('<title>Page</title>');
  }
  const session = await ask<Session>('session');
  expect(await (await fetch(portal.origin + session.cards[0]!.bundle)).text()).toBe('card()');
  expect(session.pages).toMatchObject([{ uid: 'settings', location: 'settings' }]);
  expect(await (await fetch(portal.origin + session.pages[0]!.bundle)).text()).toBe('settings()');
});

test('the session names the people to view as, active ones only', async () => {
  const session = await ask<Session>('session');
  expect(session).toMatchObject({
    account: { portalId: 62515, name: 'Harbour Instruments', companyCurrency: 'EUR' },
    appId: 1160452,
    variables: { API_ORIGIN: cardOrigin },
  });
  expect(session.people.map(({ name, teamName }) => [name, teamName])).toEqual([
    ['Ana Ruiz', 'Sales'],
    ['Maria Ruiz', 'Sales'],
  ]);
});

test('lists deals, open ones first, searched and filtered', async () => {
  const all = await ask<DealPage>('deals');
  expect(all).toMatchObject({ total: 5, page: 1 });
  expect(all.rows.at(-1)).toMatchObject({
    name: 'Borealis',
    stageLabel: 'Closed Won',
    pipelineLabel: 'Sales Pipeline',
    amount: '1000',
    currency: 'USD',
    ownerName: 'Ana Ruiz',
  });
  expect((await ask<DealPage>('deals?search=ember')).total).toBe(1);
  expect((await ask<DealPage>('deals?stage=closedwon&owner=41629779')).total).toBe(1);
});

test('shows a record by group, with labels and readable values', async () => {
  const record = await ask<PortalRecord>('deals/7891023');
  const properties = record.groups.flatMap((group) => group.properties);
  const shown = (name: string) => properties.find((property) => property.name === name)!;
  expect(shown('amount')).toMatchObject({
    label: 'Amount',
    value: '1500.00',
    display: '1,500 EUR',
    readOnly: false,
  });
  expect(shown('closedate').display).toBe('31 Dec 2026');
  expect(shown('hubspot_owner_id').display).toBe('Ana Ruiz');
  expect(shown('hs_deal_stage_probability')).toMatchObject({ display: '20%', readOnly: true });
  expect(shown('dealstage').options?.map(({ label }) => label)).toEqual([
    'Appointment Scheduled',
    'Contract Sent',
    'Closed Won',
    'Closed Lost',
  ]);
});

test('a contact has a page as well, and each record names those that belong to it', async () => {
  const deal = await ask<PortalRecord>('deals/7891023');
  expect(deal.associated).toEqual([
    { kind: 'contacts', id: '201', name: 'Rosa', detail: null },
    { kind: 'contacts', id: '202', name: 'Leif', detail: null },
  ]);
  const contact = await ask<PortalRecord>('contacts/201');
  expect(contact).toMatchObject({
    kind: 'contacts',
    name: 'Rosa',
    properties: { email: 'rosa.dahl@acme.example', hubspot_owner_id: null },
    associated: [{ kind: 'deals', id: '7891023', name: 'Acme', detail: 'Appointment Scheduled' }],
  });
});

test("an edit of a contact is a person's, and changes no deal", async () => {
  const { status, body } = await request(`${portal.origin}/sandbox/api/contacts/201`, {
    method: 'PATCH',
    body: { userId: 9586504, properties: { hubspot_owner_id: '41629779', firstname: null, lastname: null } },
  });
  expect([status, body.properties['hubspot_owner_id']]).toEqual([200, '41629779']);
  expect((body as unknown as PortalRecord).name).toBe('rosa.dahl@acme.example');
  expect((await request(`${portal.origin}/sandbox/api/contacts/7891023`)).status).toBe(404);
});

test('an edit is remembered as that of the person', async () => {
  await edit({ amount: '99' });
  const { body } = await portal.call(
    'GET',
    '/crm/objects/2026-09/deals/7891023?propertiesWithHistory=amount',
  );
  expect(body.propertiesWithHistory['amount']?.[0]).toMatchObject({
    value: '99',
    sourceType: 'CRM_UI',
    sourceId: 'userId:9586504',
    updatedByUserId: 9586504,
  });
});

test('an edit to a closed stage sets the close date, unless the person set one', async () => {
  const won = await edit({ dealstage: 'closedwon' });
  expect(won.body.properties['closedate']).toBe('2026-11-24T10:00:00Z');
  await edit({ dealstage: 'contractsent' });
  const again = await edit({ dealstage: 'closedwon', closedate: '2026-11-01' });
  expect(again.body.properties['closedate']).toBe('2026-11-01T00:00:00Z');
});

test('an edit that cannot be says why', async () => {
  const { status, body } = await edit({ amount: 'much' });
  expect([status, body.message]).toEqual([400, 'much was not a valid number.']);
});

test("pushes every change of the record to who follows it, the app's too", async () => {
  const stream = await fetch(`${portal.origin}/sandbox/api/deals/7891023/events`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await edit({ amount: '99' });
  await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', { properties: { hs_next_step: 'call' } });
  await portal.call('PATCH', '/crm/objects/2026-09/deals/7891025', { properties: { hs_next_step: 'other' } });
  let text = '';
  while (!text.includes('hs_next_step')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  const pushed = text.split('\n').filter((line) => line.startsWith('data: '));
  const [first, second] = pushed.map((line) => JSON.parse(line.slice(6)).properties);
  expect(first).toMatchObject({ amount: '99', amount_in_home_currency: '99' });
  expect(second).toMatchObject({ hs_next_step: 'call' });
  expect(text).not.toContain('other');
});

test("a card's fetch reaches the service with the viewer's identity, signed", async () => {
  const { body } = await cardFetch();
  expect(body).toEqual({ status: 200, body: { view: 1 } });
  const [call] = seen;
  expect(call?.url).toBe(
    '/cards/quota?dealId=5&portalId=62515&userId=9586504&userEmail=ana%40example.com&appId=1160452',
  );
  const uri = `${serviceOrigin()}${call?.url.replace('%40', '@')}`;
  const expected = createHmac('sha256', 'secret').update(`GET${uri}${call?.timestamp}`).digest('base64');
  expect(call?.signature).toBe(expected);
});

test("a card's body goes along, and an answer that is no JSON comes back as it is", async () => {
  answers = [{ status: 418, body: '<h1>Teapot</h1>' }];
  const { body } = await cardFetch({ method: 'POST', body: { a: 1 } });
  expect(body).toEqual({ status: 418, body: '<h1>Teapot</h1>' });
  expect(seen[0]?.body).toBe('{"a":1}');
});

test('a 5xx is tried once more, a 4xx is not', async () => {
  answers = [{ status: 503, body: '' }];
  expect((await cardFetch()).body.status).toBe(200);
  expect(seen).toHaveLength(2);
  answers = [{ status: 404, body: '{}' }];
  expect((await cardFetch()).body.status).toBe(404);
  expect(seen).toHaveLength(3);
});

test.each([
  ['another origin', { url: 'https://evil.example/' }, 400],
  ['no address at all', { url: '/cards' }, 400],
  ['a header but Authorization', { headers: { Accept: 'x' } }, 400],
  ['a person who has left', { userId: 9586506 }, 403],
  ['a body over 1 MB', { method: 'POST', body: { text: 'x'.repeat(1_000_001) } }, 413],
])('a card may not fetch with %s', async (_what, changes, status) => {
  expect((await cardFetch(changes)).body.status).toBe(status);
  expect(seen).toEqual([]);
});

test('logs what happened, newest first', async () => {
  await edit({ amount: '99' });
  await cardFetch();
  const { effects } = await ask<{ effects: Effect[] }>('effects');
  expect(effects.map(({ kind }) => kind)).toEqual(['card', 'change', 'install']);
});

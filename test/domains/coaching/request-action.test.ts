import { auditOf } from '../../../src/access/index.ts';
import { coachingRequestsOf, heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { signRequest } from '../../../src/hubspot/index.ts';
import { createSealer, forPortal as installOf, openPortalSealer } from '../../../src/install/index.ts';
import { workflowRunRequest, runWorkflowAction } from '../../../src/sandbox/portal/workflows/run-action.ts';
import { sql } from 'kysely';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { inputOf, knock } from '../../access/knock.ts';
import { randomBytes } from 'node:crypto';
import { people, seedDeal, smallCompany } from '../../support/small-company.ts';
import { startService, type TestService } from '../../support/start-service.ts';

const path = '/workflow-actions/request-coaching';
const key = { id: 'k1', key: randomBytes(32) };
let service: TestService;

beforeAll(async () => {
  const seed = () => {
    const { deals, ...company } = smallCompany();
    return { ...company, deals: [...deals, seedDeal('7011', null)] };
  };
  service = await startService({ seed }, { keys: [key] });
  await service.connect();
}, 120_000);
afterAll(() => service.stop(), 60_000);

const db = () => service.sideline.database.db;
const requests = async () =>
  coachingRequestsOf(
    db(),
    service.portalId,
    await openPortalSealer({ db: db(), sealer: createSealer([key]) }, service.portalId),
  );
const waiting = async (repId: string) =>
  (await (await requests()).listAll(repId)).filter(({ takenUpOn }) => takenUpOn === null);
const ofAna = () => waiting(people.ana.ownerId);
const run = (change: object) =>
  runWorkflowAction(
    service.portal,
    workflowRunRequest.parse({
      action: 'sideline_request_coaching',
      id: '7001',
      typed: { reason: 'Zanzibar: no meeting for three weeks' },
      ...change,
    }),
  );
const done = { outputFields: { outcome: 'requested', hs_execution_state: 'SUCCESS' } };
const failed = (outcome: string) => ({
  status: 200,
  body: { outputFields: { outcome, hs_execution_state: 'FAIL_CONTINUE' } },
});

/** Posts a body as HubSpot signs it, or as told. */
async function post(body: string, change: { secret?: string; timestamp?: number; signature?: string } = {}) {
  const uri = `${service.publicUrl}${path}`;
  const { secret = service.portal.app.clientSecret, timestamp = Date.now() } = change;
  const signed = { method: 'POST', uri, rawBody: Buffer.from(body), timestamp: String(timestamp) };
  const response = await fetch(uri, {
    method: 'POST',
    headers: {
      'X-HubSpot-Signature-v3': change.signature ?? signRequest(secret, signed),
      'X-HubSpot-Request-Timestamp': signed.timestamp,
    },
    body,
  });
  return { status: response.status, body: await response.json() };
}
const bodyOf = (change: object = {}) => ({
  callbackId: 'ap-1-2-3-4',
  origin: { portalId: service.portalId },
  object: { objectId: 7001, objectType: 'DEAL' },
  inputFields: { reason: 'Zanzibar' },
  ...change,
});

test('a workflow puts its reason on the next agenda of the deal’s owner, once however often HubSpot delivers it', async () => {
  const { answers } = await run({ deliveries: 5 });
  expect(answers).toEqual(Array.from({ length: 5 }, () => ({ status: 200, body: done })));
  expect(await ofAna()).toMatchObject([
    {
      repId: people.ana.ownerId,
      record: { type: 'deal', id: '7001' },
      reason: 'Zanzibar: no meeting for three weeks',
      takenUpOn: null,
    },
  ]);
  const entries = await auditOf(db(), service.portalId).listBefore(null, 100);
  expect(entries.filter(({ action }) => action === 'request coaching')).toMatchObject([
    { userId: null, details: { rep: people.ana.ownerId, recordType: 'deal', recordId: '7001' } },
  ]);
});

test('a run that is delivered again hours later is answered the same and leaves nothing', async () => {
  const body = JSON.stringify(bodyOf({ callbackId: 'again' }));
  expect(await post(body)).toEqual({ status: 200, body: done });
  const before = (await ofAna()).length;
  expect(await post(body)).toEqual({ status: 200, body: done });
  expect(await ofAna()).toHaveLength(before);
});

test('a contact’s rep is the owner whom the workflow takes from it', async () => {
  const { id } = service.portal.admin.create({
    type: 'contacts',
    properties: { email: 'jo@example.com', hubspot_owner_id: people.ben.ownerId },
  });
  const chosen = { owner_id: 'hubspot_owner_id' };
  expect((await run({ type: 'contacts', id, chosen })).answers).toEqual([{ status: 200, body: done }]);
  expect(await waiting(people.ben.ownerId)).toMatchObject([{ record: { type: 'contact', id } }]);
});

test('what cannot be put on an agenda is said to the workflow, which goes on', async () => {
  expect((await run({ id: '7011' })).answers).toEqual([failed('no_owner')]);
  expect((await post(JSON.stringify(bodyOf({ callbackId: 'c1', inputFields: {} })))).body).toEqual(
    failed('no_reason').body,
  );
  const reason = 'Her card is 4111 1111 1111 1111';
  expect((await run({ typed: { reason } })).answers).toEqual([failed('refused_reason')]);
  const contact = { objectId: 5, objectType: 'CONTACT' };
  const unknown = { callbackId: 'c2', object: contact, inputFields: { reason: 'x', owner_id: '999' } };
  expect((await post(JSON.stringify(bodyOf(unknown)))).body).toEqual(failed('no_owner').body);
});

test('a deal that Sideline has not read yet is looked at, and HubSpot asks again', async () => {
  const body = JSON.stringify(bodyOf({ callbackId: 'new', object: { objectId: 7999, objectType: 'DEAL' } }));
  const answer = await post(body);
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'not_ready' } } });
  const { id } = service.portal.admin.create({
    type: 'deals',
    properties: {
      dealname: 'New',
      pipeline: 'default',
      dealstage: 'proposal',
      hubspot_owner_id: people.ana.ownerId,
    },
  });
  await service.settled();
  expect((await run({ id })).answers).toEqual([{ status: 200, body: done }]);
});

test.each<[string, () => Promise<{ status: number; body: unknown }>, number, string]>([
  ['unsigned', () => post(JSON.stringify(bodyOf()), { signature: '' }), 401, 'bad_signature'],
  ['forged', () => post(JSON.stringify(bodyOf()), { secret: 'guessed' }), 401, 'bad_signature'],
  ['stale', () => post(JSON.stringify(bodyOf()), { timestamp: Date.now() - 400_000 }), 401, 'bad_signature'],
  ['no JSON', () => post('{'), 400, 'bad_request'],
  ['without a callback id', () => post(JSON.stringify(bodyOf({ callbackId: '' }))), 400, 'bad_request'],
  [
    'with a callback id that no store keeps',
    () => post(JSON.stringify(bodyOf({ callbackId: '\u0000' }))),
    400,
    'bad_request',
  ],
  [
    'on no record',
    () => post(JSON.stringify(bodyOf({ object: { objectId: 'x', objectType: 'DEAL' } }))),
    400,
    'bad_request',
  ],
  [
    'on a company',
    () => post(JSON.stringify(bodyOf({ callbackId: 'c', object: { objectId: 5, objectType: 'COMPANY' } }))),
    400,
    'bad_request',
  ],
  [
    'of a portal that nobody knows',
    () => post(JSON.stringify(bodyOf({ origin: { portalId: 4_711 } }))),
    409,
    'not_connected',
  ],
])('a run that is %s is refused and changes nothing', async (_what, ask, status, code) => {
  const before = await ofAna();
  expect(await ask()).toMatchObject({ status, body: { error: { code } } });
  expect(await ofAna()).toEqual(before);
});

test('the reason is sealed: nobody reads it in the store, the audit log, or what is held on the rep', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db());
  for (const { name } of rows) {
    const found =
      await sql`select 1 from ${sql.table(name)} t where to_jsonb(t)::text like '%Zanzibar%'`.execute(db());
    expect([name, found.rows.length]).toEqual([name, 0]);
  }
  const held = heldCoachingOf(db(), service.portalId);
  const { coachingRequests } = await held.list(people.ana.ownerId);
  expect(coachingRequests?.length).toBeGreaterThan(1);
  expect(JSON.stringify(coachingRequests)).not.toContain('sealed');
  // Nothing of it is HubSpot's either: neither the reason nor that coaching was asked for.
  const changes = JSON.stringify(service.portal.stateChanges.after(0));
  expect(changes).not.toContain('Zanzibar');
  expect(changes.toLowerCase()).not.toContain('request');
});

test('the reason is a line of the next 1:1, for the two alone, until it was talked about', async () => {
  await quotasOf(db(), service.portalId).savePeople([
    {
      ownerId: people.ana.ownerId,
      teamId: '11',
      managerId: people.maria.ownerId,
      startsOn: null,
      endsOn: null,
      rampMonths: 0,
    },
  ]);
  const [first] = await ofAna();
  const read = async (userId: number, repId: string) => {
    const asked = { method: 'GET', path: '/home/coaching/meeting', query: { repId } };
    return knock(service, { ...asked, asker: { userId } });
  };
  const { text } = await read(people.maria.userId, people.ana.ownerId);
  const { agenda, next } = JSON.parse(text) as {
    agenda: { lines: { id: string; words: string; dealId: string | null }[] };
    next: { number: number };
  };
  expect(agenda.lines[0]).toMatchObject({
    id: `coachingRequested:${first?.id}`,
    words: 'Zanzibar: no meeting for three weeks',
    dealId: '7001',
  });
  expect((await read(people.ana.userId, people.ana.ownerId)).text).toContain('Zanzibar');
  expect((await read(people.olga.userId, people.ana.ownerId)).text).not.toContain('Zanzibar');
  const held = {
    ...{ repId: people.ana.ownerId, number: next.number, heldOn: '2026-11-24', minutes: 30 },
    ...{ kind: 'deal', attendance: 'both', discussedLineIds: [], discussedRequestIds: [first?.id] },
  };
  const asked = inputOf({ method: 'POST', path: '/home/coaching/meeting/hold' }, held);
  expect((await knock(service, { ...asked, asker: people.maria })).status).toBe(200);
  expect((await ofAna()).map(({ id }) => id)).not.toContain(first?.id);
  expect((await read(people.maria.userId, people.ana.ownerId)).text).not.toContain(
    `coachingRequested:${first?.id}"`,
  );
});

test('what was talked about waits no more, and is the rep’s to export until it is erased with them', async () => {
  const store = await requests();
  const [first, ...others] = await ofAna();
  await store.takeUp([first?.id ?? ''], people.ana.ownerId, '2026-11-24');
  await store.takeUp([first?.id ?? ''], people.ana.ownerId, '2026-11-25');
  expect(await ofAna()).toEqual(others);
  const taken = (await store.listAll(people.ana.ownerId)).find(({ id }) => id === first?.id);
  expect(taken).toMatchObject({ takenUpOn: '2026-11-24' });
  await heldCoachingOf(db(), service.portalId).erase(people.ana.ownerId);
  expect(await store.listAll(people.ana.ownerId)).toEqual([]);
  expect(await waiting(people.ben.ownerId)).toHaveLength(1);
});

test('a portal that was disconnected has no workflow actions', async () => {
  await db().updateTable('portal').set({ connected: false }).where('id', '=', service.portalId).execute();
  expect(await post(JSON.stringify(bodyOf({ callbackId: 'late' })))).toMatchObject({
    status: 409,
    body: { error: { code: 'not_connected' } },
  });
  expect(await installOf(db(), service.portalId).read()).toMatchObject({ connected: false });
});

import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { compose, type Sideline } from '../../../src/compose.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { signRequest } from '../../../src/hubspot/index.ts';
import { businessClock } from '../../../src/kernel/clock.ts';
import { makeTestStorePlace, type TestStorePlace } from '../../support/open-test-store.ts';
import { businessNow, people } from '../../support/small-company.ts';
import { startService, type TestService } from '../../support/start-service.ts';

/** Two services on one PostgreSQL, asked the same at the same moment. The embedded store belongs to one process. */
const ROUNDS = 8;
let place: TestStorePlace;
let first: TestService;
let second: Sideline;
let secondPort: number;

beforeAll(async () => {
  place = await makeTestStorePlace();
  const keys = [{ id: 'k1', key: randomBytes(32) }];
  first = await startService({}, { store: place.location, keys });
  await first.connect();
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  secondPort = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
  const { portal, publicUrl } = first;
  second = await compose({
    store: place.location,
    hubspotOrigin: portal.origin,
    authorizeOrigin: portal.origin,
    clientId: portal.app.clientId,
    clientSecrets: [portal.app.clientSecret],
    appId: portal.app.appId,
    publicUrl,
    port: secondPort,
    host: '127.0.0.1',
    keys,
    clock: businessClock(new Date(businessNow)),
    log: pino({ level: 'silent' }),
  });
  await second.work();
  await second.serve();
  const rest = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(db(), first.portalId).savePeople([
    { ownerId: people.ana.ownerId, managerId: people.maria.ownerId, ...rest },
  ]);
}, 240_000);
afterAll(async () => {
  await second.stop();
  await first.stop();
  await place.remove();
}, 60_000);

const db = () => first.sideline.database.db;

interface Answer {
  readonly status: number;
  readonly body: { noteId?: string; version?: number; error?: { code: string } };
}

/** Asks one of the two. Behind a proxy the signature counts under the public address, whoever answers. */
async function ask(which: 'first' | 'second', userId: number, path: string, input: object): Promise<Answer> {
  const { portal, publicUrl, portalId } = first;
  const query = `portalId=${portalId}&userId=${userId}&userEmail=a%40b.example&appId=${portal.app.appId}`;
  const body = JSON.stringify(input);
  const timestamp = String(Date.now());
  const signed = {
    method: 'POST',
    uri: `${publicUrl}${path}?${query}`,
    rawBody: Buffer.from(body),
    timestamp,
  };
  const origin = which === 'first' ? publicUrl : `http://127.0.0.1:${secondPort}`;
  const response = await fetch(`${origin}${path}?${query}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-HubSpot-Signature-v3': signRequest(portal.app.clientSecret, signed),
      'X-HubSpot-Request-Timestamp': timestamp,
    },
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
/** The same to both at once, under one key or under two. */
const askBoth = (userId: number, path: string, input: object, keys: 'one key' | 'two keys') => {
  const key = randomBytes(8).toString('hex');
  const other = keys === 'one key' ? key : randomBytes(8).toString('hex');
  return Promise.all([
    ask('first', userId, path, { ...input, key }),
    ask('second', userId, path, { ...input, key: other }),
  ]);
};
const NOTE = '/cards/coaching/note';
const note = (text: string, change: object = {}) => ({
  ...{ recordType: 'deal', recordId: '7001', ownerId: people.ana.ownerId, noteId: null, version: 0 },
  ...{ state: 'draft' },
  content: { topic: 'deal', text: { form: 'free', text }, promises: [] },
  ...change,
});
const clear = async () => {
  for (const table of ['coaching_action', 'coaching_note', 'coaching_addendum', 'audit_entry'] as const)
    await db().deleteFrom(table).execute();
};
const countNotes = async () => (await db().selectFrom('coaching_note').select('id').execute()).length;
const countAudited = async (action: string) =>
  (await db().selectFrom('audit_entry').select('id').where('action', '=', action).execute()).length;
/** What was taken; everything else said that somebody else is at it, and changed nothing. */
const taken = (answers: readonly Answer[]) => {
  // Under one key the other is told that the first is still at work, under two that the note was saved elsewhere.
  for (const { status, body } of answers)
    expect([200, 409, 503]).toContain(status === 503 && body.error?.code !== 'unavailable' ? body : status);
  return answers.filter(({ status }) => status === 200);
};

describe.each(['one key', 'two keys'] as const)('with %s', (keys) => {
  beforeEach(clear);

  test('a draft that is begun in both at once is one draft', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await clear();
      const answers = taken(await askBoth(people.maria.userId, NOTE, note(`round ${round}`), keys));
      expect(answers.length).toBeGreaterThan(0);
      expect(new Set(answers.map(({ body }) => body.noteId)).size).toBe(1);
      expect(await countNotes()).toBe(1);
    }
  });

  test('a save over the same version counts once', async () => {
    const { body } = await ask('first', people.maria.userId, NOTE, {
      ...note('begun'),
      key: `begun-${keys.slice(0, 3)}-x`,
    });
    let version = body.version ?? 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const change = { noteId: body.noteId, version };
      const answers = taken(await askBoth(people.maria.userId, NOTE, note(`round ${round}`, change), keys));
      expect(new Set(answers.map((answer) => answer.body.version))).toEqual(new Set([version + 1]));
      version += 1;
    }
    const rows = await db().selectFrom('coaching_note').select('version').execute();
    expect(rows).toEqual([{ version }]);
  });

  test('a note shared in both at once is shared once, and its action is one', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const promises = [{ text: `call Jo, ${keys}, ${round}`, doer: 'rep', dueOn: '2026-12-01' }];
      const content = { topic: 'deal', text: { form: 'free', text: `round ${round}` }, promises };
      const begun = await ask('first', people.maria.userId, NOTE, {
        ...note('draft', { content }),
        key: randomBytes(8).toString('hex'),
      });
      const { noteId, version } = begun.body;
      const share = note('', { noteId, version, content, state: 'shared' });
      const answers = taken(await askBoth(people.maria.userId, NOTE, share, keys));
      expect(answers.length).toBeGreaterThan(0);
      expect(await countAudited('share coaching note')).toBe(round);
      expect(await db().selectFrom('coaching_action').select('id').execute()).toHaveLength(round);
    }
  });

  test('a shared note that is changed in both at once makes each new action once, and keeps the old one', async () => {
    const promise = (id: string, text: string) => ({ id, text, doer: 'rep', dueOn: '2026-12-01' });
    const contentOf = (promises: object[]) => ({
      topic: 'deal',
      text: { form: 'free', text: `with ${keys}` },
      promises,
    });
    const first = promise('a1', 'call Jo');
    let seenPromises = [first];
    const begun = await ask('first', people.maria.userId, NOTE, {
      ...note('', { state: 'shared', content: contentOf(seenPromises) }),
      key: randomBytes(8).toString('hex'),
    });
    const { noteId } = begun.body;
    const listActions = () =>
      db()
        .selectFrom('coaching_action')
        .select(['id', 'promise_id', 'state'])
        .orderBy('promise_id')
        .execute();
    const [kept] = await listActions();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const promises = [promise(`b${round}`, `call Kim ${round}`), first];
      const change = { noteId, version: round, state: 'shared', content: contentOf(promises), seenPromises };
      const answers = taken(await askBoth(people.maria.userId, NOTE, note('', change), keys));
      expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([round + 1]));
      const actions = await listActions();
      expect(actions).toHaveLength(round + 1);
      expect(actions[0]).toEqual(kept);
      expect(actions.filter(({ state }) => state === 'open')).toHaveLength(2);
      seenPromises = promises;
    }
  });

  test('an acknowledgement given in both at once is one', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await clear();
      const shared = { state: 'shared' };
      const { body } = await ask('second', people.maria.userId, NOTE, {
        ...note(`round ${round}`, shared),
        key: randomBytes(8).toString('hex'),
      });
      const path = `${NOTE}/acknowledge`;
      const answers = taken(
        await askBoth(
          people.ana.userId,
          path,
          { noteId: body.noteId, version: body.version, answer: 'agreed' },
          keys,
        ),
      );
      expect(answers.length).toBeGreaterThan(0);
      expect(await countAudited('acknowledge coaching note')).toBe(1);
    }
  });

  test('a copy started in both at once is one', async () => {
    const copy = '/settings/people/copy';
    await db().deleteFrom('coaching_copy').execute();
    taken(await askBoth(people.olga.userId, copy, { ownerId: people.ana.ownerId }, keys));
    expect(await countAudited('send person coaching')).toBe(1);
  });
});

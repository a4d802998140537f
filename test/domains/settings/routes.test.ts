import { auditOf } from '../../../src/access/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { forPortal as installOf } from '../../../src/install/index.ts';
import { digestOf } from '../../../src/kernel/digest-of.ts';
import { inTransaction } from '../../../src/store/index.ts';
import { outboxOf } from '../../../src/sync/index.ts';
import { countWrites, shownOn } from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';
import {
  askCard,
  install,
  startService,
  type CardAnswer,
  type TestService,
} from '../../support/start-service.ts';
import { ask as askAs, newKey, tell as tellAs } from './ask-settings.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await service.connect();
});
afterAll(() => service.stop());

const olga = people.olga.userId;
const ask = (path: string, userId: number = olga): Promise<CardAnswer> => askAs(service, path, userId);
const tell = (
  path: string,
  input: Record<string, unknown> = {},
  userId: number = olga,
): Promise<CardAnswer> => tellAs(service, path, userId, input);
const db = () => service.sideline.database.db;
const lastAction = async () => (await auditOf(db(), service.portalId).listBefore(null, 1))[0];

describe('who may ask', () => {
  test.each([
    ['setup'],
    ['sync'],
    ['writes'],
    ['writes/plan'],
    ['people'],
    ['roles'],
    ['audit'],
    ['quotas'],
    ['sharing'],
    ['features'],
    ['data-quality'],
    ['export/person?ownerId=201'],
    ['portal/erase'],
  ])('nobody but ops asks for %s', async (path) => {
    const { status, body } = await ask(path, people.ana.userId);
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
  });

  test('everybody asks about themselves, and is told nothing of others', async () => {
    const { status, body } = await ask('about-me', people.ana.userId);
    expect(status).toBe(200);
    expect(body.name).toBe('Ana Ruiz');
    expect(body.held.map((each: { title: string }) => each.title)).toContain('Your attainment');
    expect(JSON.stringify(body)).not.toContain('Ben');
  });
});

test('the first run says what is done, what is open, and what the history cannot say yet', async () => {
  const { body } = await ask('setup');
  expect(body.steps.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['connected', 'done'],
    ['read', 'done'],
    ['history', 'done'],
    ['dataGaps', 'open'],
    ['hierarchy', 'open'],
    ['quotas', 'done'],
    ['sharing', 'open'],
    ['write', 'done'],
    ['cards', 'open'],
    ['invite', 'open'],
  ]);
  expect(body.headline).toBe('5 of 10 steps are left.');
  expect((await ask('setup/history')).body).toMatchObject({ kind: 'notEnough' });
});

test('a card ticks its step at its first signed request, and the rest is ticked by hand', async () => {
  const open = (question: string, place: string) =>
    askCard(service, `/cards/${question}&place=${place}`, { userId: people.ana.userId });
  const quota = 'quota-forecast?dealId=7001';
  const coaching = 'coaching?recordType=deal&recordId=7001';
  expect((await open(quota, 'crm.record.tab')).status).toBe(200);
  const half = (await ask('setup')).body;
  expect(half.cards.map((card: { seenLabel: string | null }) => card.seenLabel !== null)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  await open(quota, 'crm.record.sidebar');
  for (const place of ['crm.record.tab', 'crm.record.sidebar'])
    expect((await open(coaching, place)).status).toBe(200);
  for (const step of ['dataGaps', 'hierarchy', 'sharing', 'invite']) await tell('setup/confirm', { step });
  const { body } = await ask('setup');
  expect([body.isReady, body.headline]).toEqual([true, 'You are ready.']);
  expect(await lastAction()).toMatchObject({
    action: 'confirm step',
    userId: String(olga),
    details: { step: 'invite' },
  });
});

describe('who reports to whom', () => {
  const changes = [{ ownerId: people.ana.ownerId, managerId: people.maria.ownerId }];

  test('is suggested from the teams and shown before it is saved; then the manager sees the card', async () => {
    const { body: list } = await ask('people?search=ana');
    expect(list.people).toMatchObject([
      { name: 'Ana Ruiz', managerId: null, suggestedManagerName: 'Maria Ruiz' },
    ]);
    const { body: preview } = await tell('people/preview', { changes });
    expect(preview.becomesVisible).toEqual([
      {
        viewer: 'Maria Ruiz',
        subjects: ['Ana Ruiz'],
        sentence: 'Maria Ruiz will see the figures of Ana Ruiz.',
      },
    ]);
    const card = () => askCard(service, '/cards/quota-forecast?dealId=7001', { userId: people.maria.userId });
    expect((await card()).body.viewer).toBe('colleague');
    const saved = await tell('people', { changes, digest: preview.digest });
    expect(saved.status).toBe(200);
    expect((await card()).body.viewer).toBe('manager');
    expect(await lastAction()).toMatchObject({ action: 'change people' });
    const { body: aboutMe } = await ask('about-me', people.ana.userId);
    expect(aboutMe.viewers).toMatchObject([
      { name: 'Maria Ruiz', because: 'your manager' },
      { name: 'Olga Ruiz', because: 'runs Sideline (ops)' },
    ]);
  });

  test('is not saved when it would do something else than was shown', async () => {
    const { body: preview } = await tell('people/preview', { changes });
    const other = [{ ownerId: people.ben.ownerId, managerId: people.maria.ownerId }];
    const { status, body } = await tell('people', { changes: other, digest: preview.digest });
    expect([status, body.error.field]).toEqual([400, 'digest']);
  });

  test('never runs in a circle: the refusal names the field', async () => {
    const loop = [{ ownerId: people.maria.ownerId, managerId: people.ana.ownerId }];
    const { status, body } = await tell('people/preview', { changes: loop });
    expect([status, body.error.field]).toEqual([400, 'changes.0.managerId']);
  });
});

describe('quotas', () => {
  const ben = { subjectKind: 'rep', subjectId: people.ben.ownerId, pipelineIds: null, periodKey: '2026-Q4' };
  const cellOf = async () => {
    const { body } = await ask('quotas?search=ben');
    return body.rows[0].cells[3];
  };

  test('are a grid by person and period, and what is typed stands above the goal until it is emptied', async () => {
    expect(await cellOf()).toMatchObject({ amount: '200000.00', source: 'goal', mayEmpty: false });
    await tell('quotas', { changes: [{ ...ben, amount: '250000' }] });
    expect(await cellOf()).toMatchObject({ text: '250,000 EUR', source: 'typed', mayEmpty: true });
    await service.settled();
    expect(shownOn(service.portal, '7004')['sideline_quota']).toBe('250000.00');
    await tell('quotas', { changes: [{ ...ben, amount: null }] });
    expect(await cellOf()).toMatchObject({ amount: '200000.00', source: 'goal' });
    await service.settled();
  });

  test('come from a pasted file as it was shown, and not otherwise', async () => {
    const csv = [
      'owner,period_start,period,amount',
      'Ben Ruiz,2026-10-01,quarter,260000',
      'Zoe,2026-10-01,quarter,1',
    ].join('\n');
    const { body: preview } = await tell('quotas/paste/preview', { csv, mode: 'add' });
    expect(preview.counts).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 0, unmatched: 1 });
    expect(preview.changes[0]).toMatchObject({
      line: 2,
      name: 'Ben Ruiz',
      period: 'Q4 2026',
      after: '260,000 EUR',
    });
    expect(preview.unmatched).toEqual([{ line: 3, reason: 'owner: HubSpot has no owner called Zoe' }]);
    const stale = await tell('quotas/paste', {
      csv: csv.replace('260000', '270000'),
      mode: 'add',
      digest: preview.digest,
    });
    expect([stale.status, stale.body.error.field]).toEqual([400, 'digest']);
    expect((await tell('quotas/paste', { csv, mode: 'add', digest: preview.digest })).status).toBe(200);
    expect(await cellOf()).toMatchObject({ text: '260,000 EUR', source: 'imported' });
    const emptied = 'owner,period_start,period,amount\nAna Ruiz,2026-10-01,quarter,300000';
    const { body: replace } = await tell('quotas/paste/preview', { csv: emptied, mode: 'replace' });
    expect(replace.counts).toMatchObject({ added: 1, removed: 1 });
    await service.settled();
  });
});

test('the same change sent twice under one key is made once', async () => {
  const key = newKey();
  const input = { key, periodKey: '2026-Q1', ownerIds: null };
  await quotasOf(db(), service.portalId).saveQuotas([
    {
      subjectKind: 'rep',
      subjectId: '204',
      pipelineIds: null,
      periodKey: '2026-Q1',
      source: 'example',
      amountMinor: 500,
    },
  ]);
  const first = await tell('quotas/suggestions', input);
  const entries = (await auditOf(db(), service.portalId).listBefore(null, 100)).length;
  expect(first.body.message).toBe('1 suggestion for Q1 2026 is yours now.');
  expect(await tell('quotas/suggestions', input)).toEqual(first);
  expect((await auditOf(db(), service.portalId).listBefore(null, 100)).length).toBe(entries);
});

test('roles are granted and withdrawn, but somebody stays', async () => {
  const userId = String(people.maria.userId);
  expect((await tell('roles/withdraw', { userId: String(olga) })).body.error.field).toBe('userId');
  expect((await tell('roles/grant', { userId })).status).toBe(200);
  expect((await ask('roles', people.maria.userId)).body.ops).toHaveLength(2);
  await tell('roles/withdraw', { userId });
  expect((await ask('roles', people.maria.userId)).status).toBe(403);
  const { body } = await ask('audit');
  expect(body.entries[0]).toMatchObject({
    who: 'Olga Ruiz',
    action: 'Took ops from somebody',
    details: 'role: ops · userId: Maria Ruiz',
  });
});

test('another fiscal calendar is foreseen, chosen, and everything is read and credited anew', async () => {
  const { body: preview } = await ask('calendar/preview?periodKind=quarter&fiscalStartMonth=2');
  expect(preview.after[0]).toEqual({ label: 'Q4 2027', first: '2026-11-01', last: '2027-01-31' });
  expect(preview.consequences).toHaveLength(2);
  const { body } = await tell('calendar', { periodKind: 'month', fiscalStartMonth: 1 });
  expect(body.current.label).toBe('Nov 2026');
  await read();
  await tell('calendar', { periodKind: 'quarter', fiscalStartMonth: 1 });
  await read();
  await service.settled();
});

async function read(): Promise<void> {
  while ((await installOf(db(), service.portalId).read())?.readyAt == null) await service.settled();
}

test('each sharing level says who will see what in this very portal', async () => {
  const { body } = await ask('sharing');
  expect(body.choices.map(({ level }: { level: string }) => level)).toEqual(['everyone', 'team', 'cards']);
  expect(body.choices[1].teams).toMatchObject([
    { name: 'All sales', isShown: false },
    { name: 'North', carriers: 4, isShown: true },
    { name: 'South', carriers: 1, isShown: false },
  ]);
  await tell('sharing', { level: 'cards' });
  await service.settled();
  expect(shownOn(service.portal, '7001')).not.toHaveProperty('sideline_quota');
  await tell('sharing', { level: 'everyone' });
  await service.settled();
});

test('gaps in the data are counted, and each is a link', async () => {
  const { body } = await ask('data-quality');
  const counts = Object.fromEntries(
    body.checks.map(({ id, deals }: { id: string; deals: number }) => [id, deals]),
  );
  expect(counts).toMatchObject({
    noAmount: 1,
    noOwner: 1,
    noCloseDate: 0,
    closeDatePast: 0,
    noRate: 0,
    wonNotCounted: 0,
  });
  const { body: gap } = await ask('data-quality/deals?check=noAmount');
  expect(gap.deals).toMatchObject([
    {
      owner: 'Cleo Ruiz',
      record: { recordId: '7006', path: `/contacts/${service.portalId}/record/0-3/7006` },
    },
  ]);
});

describe('writing', () => {
  test('a plan is shown and changes nothing; pausing stops, resuming goes on', async () => {
    const writes = countWrites(service.portal);
    expect((await ask('writes/plan')).body).toMatchObject({
      deals: 0,
      headline: 'Nothing to write: HubSpot shows everything already.',
    });
    expect((await tell('writes/pause')).body).toMatchObject({
      state: 'paused',
      mayResume: true,
      mayPause: false,
    });
    await tell('quotas', {
      changes: [
        { subjectKind: 'rep', subjectId: '205', pipelineIds: null, periodKey: '2026-Q4', amount: '90000' },
      ],
    });
    const { body: plan } = await ask('writes/plan');
    expect(plan).toMatchObject({ deals: 1, calls: 1 });
    expect(plan.examples[0].record).toMatchObject({ recordId: '7008', name: 'Deal 7008' });
    expect(countWrites(service.portal)).toBe(writes);
    expect((await tell('writes/resume')).body.state).toBe('on');
    await service.settled();
    expect(shownOn(service.portal, '7008')['sideline_quota']).toBe('90000.00');
    const { body } = await ask('writes');
    const quota = body.properties.find(({ name }: { name: string }) => name === 'sideline_quota');
    expect(quota.deals).toBeGreaterThan(3);
    expect(quota.lastWriteLabel).toMatch(/^24 Nov/);
  });

  test('what HubSpot refused is listed in its words and tried again', async () => {
    // At once, so that no pass at work sends it in between.
    await inTransaction(db(), async (trx) => {
      const outbox = outboxOf(trx, service.portalId);
      await outbox.put([{ recordId: '7001', desired: { sideline_period: '2026-Q4' } }]);
      for (const row of await outbox.readWaiting(10))
        await outbox.park(row, 'VALIDATION_ERROR', 'Property is locked');
    });
    const { body } = await ask('sync');
    expect([body.state, body.parked]).toEqual(['trouble', 1]);
    expect((await ask('sync/parked')).body.rows).toMatchObject([
      { code: 'VALIDATION_ERROR', message: 'Property is locked', record: { name: 'Deal 7001' } },
    ]);
    expect((await tell('sync/retry', { recordId: null })).body.message).toMatch(/^1 deal is sent again/);
    await service.settled();
    expect((await ask('sync')).body).toMatchObject({ parked: 0, progress: null });
    expect((await tell('sync/check')).status).toBe(200);
  });
});

test('features say which scopes they need and whether the account has granted them', async () => {
  const { body } = await ask('features');
  const splits = body.features.find(({ id }: { id: string }) => id === 'deal-splits');
  expect(splits).toMatchObject({
    state: 'on',
    scopes: [{ name: 'crm.dealsplits.read_write', isGranted: true }],
  });
});

test('a feature is switched off and on; what comes with connecting cannot be', async () => {
  const stateOf = ({ body }: CardAnswer, id: string) =>
    body.features.find((each: { id: string }) => each.id === id).state;
  expect(stateOf(await tell('features', { id: 'deal-splits', isOn: false }), 'deal-splits')).toBe('off');
  expect(stateOf(await tell('features', { id: 'deal-splits', isOn: true }), 'deal-splits')).toBe('on');
  expect((await tell('features', { id: 'connect', isOn: false })).body.error).toMatchObject({
    code: 'bad_request',
    field: 'id',
  });
  expect((await tell('features', { id: 'teleport', isOn: true })).status).toBe(404);
  await service.settled();
});

test('the permission to write tasks is asked only once the feature is switched on, and only by its own link', async () => {
  const id = 'coaching-actions-as-hubspot-tasks';
  const featureIn = ({ body }: CardAnswer) => body.features.find((each: { id: string }) => each.id === id);
  expect(featureIn(await ask('features'))).toMatchObject({ state: 'off', grantUrl: null, maySwitch: true });
  const wanted = featureIn(await tell('features', { id, isOn: true }));
  expect(wanted).toMatchObject({
    state: 'needsScopes',
    scopes: [{ name: 'crm.objects.contacts.write', isGranted: false }],
  });
  await install(service.publicUrl, wanted.grantUrl);
  expect(featureIn(await ask('features'))).toMatchObject({ state: 'on', nextStep: null, grantUrl: null });
  await service.settled();
});

describe('privacy', () => {
  test('everybody exports what is held on them; ops export for somebody who asks', async () => {
    const own = JSON.parse((await ask('about-me/export', people.ana.userId)).body.json);
    expect(own.held.owner).toMatchObject([{ name: 'Ana Ruiz' }]);
    expect(own.held.credits).toHaveLength(2);
    const { body } = await ask(`export/person?ownerId=${people.ana.ownerId}`);
    expect(JSON.parse(body.json).held.quotas.length).toBeGreaterThan(0);
    expect((await ask('export/person?ownerId=999')).status).toBe(404);
    expect(JSON.parse((await ask('export/portal')).body.json).roles).toHaveLength(1);
  });

  test('a person is erased after their name was typed, and the next read brings no name back', async () => {
    const { ownerId } = people.dan;
    const { ownerId: managerId, userId: manager } = people.maria;
    const at = new Date();
    await db()
      .insertInto('coaching_meeting')
      .values({
        ...{ portal_id: service.portalId, manager_id: managerId, rep_id: ownerId, number: 1, at },
        ...{ held_on: '2026-11-20', due_on: '2026-11-20', minutes: 30, kind: 'deal', attendance: 'both' },
      })
      .execute();
    expect((await tell('people/copy', { ownerId: managerId })).body.state).toBe('waiting');
    const remembered = await db().selectFrom('answered_request').select('digest').execute();
    const guess = digestOf(['/settings/people/copy', { ownerId: managerId }]);
    expect(remembered.map(({ digest }) => digest)).not.toContain(guess);
    const { body: preview } = await ask(`people/erase?ownerId=${ownerId}`);
    expect(preview.confirmWith).toBe('Dan Ruiz');
    expect((await tell('people/erase', { ownerId, confirm: 'Dan' })).body.error.field).toBe('confirm');
    const erased = await tell('people/erase', { ownerId, confirm: 'Dan Ruiz' });
    expect([erased.status, erased.body.message]).toEqual([
      200,
      expect.stringContaining('1 copy of other people’s coaching held something of theirs'),
    ]);
    expect((await ask(`people/copy?ownerId=${managerId}`)).body.state).toBe('withdrawn');
    expect((await ask('about-me', manager)).body.copy).toMatchObject({ mayOpen: false });
    expect((await ask('about-me/copy', manager)).status).toBe(404);
    await service.sideline.queue.send('pull-portal', { portalId: service.portalId });
    await service.settled();
    const held = await quotasOf(db(), service.portalId).listPeople();
    expect(held.find((person) => person.ownerId === ownerId)).toMatchObject({
      name: 'Erased person',
      email: '',
      userId: null,
    });
    const audit = JSON.stringify(await auditOf(db(), service.portalId).listBefore(null, 500));
    expect(audit).not.toContain(`"${ownerId}"`);
    expect(audit).toContain('withdraw coaching copy');
  });

  test('the connection ends only after the name of the account was typed; properties go along', async () => {
    const { body } = await ask('portal/erase');
    const wrong = await tell('portal/disconnect', { confirm: 'no', removeProperties: true });
    expect(wrong.body.error.field).toBe('confirm');
    const left = await tell('portal/erase', { confirm: body.confirmWith, removeProperties: true });
    expect([left.status, left.body.message]).toEqual([
      200,
      'Everything that Sideline knew of this account is erased.',
    ]);
    expect(await installOf(db(), service.portalId).read()).toBeNull();
    expect((await ask('setup')).body.error.code).toBe('not_connected');
  });
});

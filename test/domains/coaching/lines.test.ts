import { meetingView } from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refused, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
// Eva stands above Maria, who is Ana's manager; Dan comes later.
beforeEach(async () => {
  open.setNow('2026-11-24T10:00:00Z');
  await open.reset('2026-11-02T09:00:00Z');
});

const ana = people.ana.ownerId;
const record = { recordType: 'deal', recordId: '7001' } as const;
const add = (text: string) => granted(open.service.lines.add(open.caller('ana'), { ...record, text }));
const card = (name: Name) => granted(open.service.card.read(open.caller(name), record));
const read = async (name: Name) => (await card(name)).lines.map(({ text }) => text);
const meeting = async (name: Name) =>
  meetingView.parse(
    await granted(open.service.meetings.open(open.caller(name), name === 'ana' ? {} : { repId: ana })),
  );
const onAgenda = async (name: Name) => (await meeting(name)).agenda?.ownLines.map(({ words }) => words);
const idOf = async (text: string) => (await card('ana')).lines.find((line) => line.text === text)?.id ?? '';
const handOn = (name: Name, lineId: string, to: Name) =>
  open.service.lines.handOn(open.caller(name), { lineId, managerId: people[to].ownerId });
const hold = (name: Name, lineIds: string[] = []) =>
  open.service.meetings.hold(open.caller(name), {
    ...{ repId: ana, number: 1, heldOn: '2026-11-24', minutes: 30, kind: 'deal', attendance: 'both' },
    ...{ discussedLineIds: lineIds, discussedRequestIds: [] },
  });
const audited = async () => {
  const rows = await open.store.db
    .selectFrom('audit_entry')
    .select(['action', 'details'])
    .where('action', '=', 'hand line on')
    .execute();
  return rows;
};

test('the next manager reads nothing that was written for the one before, on the card and on the agenda', async () => {
  await add('Maria goes too fast for me');
  expect(await read('maria')).toEqual(['Maria goes too fast for me']);
  expect(await onAgenda('maria')).toEqual(['Maria goes too fast for me']);
  await open.report({ ana: 'dan' });
  for (const name of ['dan', 'maria', 'eva'] as const) expect([name, await read(name)]).toEqual([name, []]);
  expect(await onAgenda('dan')).toEqual([]);
  // Its rep has it still, and is told whose it is.
  expect((await card('ana')).lines).toMatchObject([
    {
      text: 'Maria goes too fast for me',
      mayWithdraw: true,
      notice: 'Written for Maria Ruiz, your manager then. Dan Ruiz does not read it.',
      handOn: { managerId: people.dan.ownerId, label: 'Let Dan Ruiz read it' },
    },
  ]);
  expect((await meeting('ana')).agenda?.ownLines).toMatchObject([
    { words: 'Maria goes too fast for me', handOn: { label: 'Let Dan Ruiz read it' } },
  ]);
  await add('Pricing');
  expect(await read('dan')).toEqual(['Pricing']);
  expect(await onAgenda('dan')).toEqual(['Pricing']);
});

test('the same words for the next manager are another line, and twice for the same one are one', async () => {
  await add('Pricing');
  await add('Pricing');
  expect(await read('ana')).toEqual(['Pricing']);
  await open.report({ ana: 'dan' });
  await add('Pricing');
  await add('Pricing');
  expect(await read('ana')).toEqual(['Pricing', 'Pricing']);
  expect(await read('dan')).toEqual(['Pricing']);
});

test('the rep hands a line on with one click; twice is once, and the log says so without a word of it', async () => {
  await add('Pricing');
  const lineId = await idOf('Pricing');
  await open.report({ ana: 'dan' });
  expect(await granted(handOn('ana', lineId, 'dan'))).toEqual({ message: 'Dan Ruiz can read it now.' });
  expect(await granted(handOn('ana', lineId, 'dan'))).toEqual({ message: 'Dan Ruiz can read it now.' });
  expect(await read('dan')).toEqual(['Pricing']);
  expect(await onAgenda('dan')).toEqual(['Pricing']);
  expect((await card('ana')).lines).toMatchObject([{ notice: null, handOn: null }]);
  expect(await audited()).toEqual([
    { action: 'hand line on', details: { lineId, manager: people.dan.ownerId } },
  ]);
});

test('nobody else hands a line on, and nobody gets it whom the rep did not mean', async () => {
  await add('Pricing');
  const lineId = await idOf('Pricing');
  await open.report({ ana: 'dan' });
  for (const name of ['dan', 'maria', 'eva', 'ben', 'olga'] as const)
    expect([name, await refused(handOn(name, lineId, 'dan'))]).toEqual([name, ['not_found', 'lineId']]);
  expect(await refused(handOn('ana', '99999999', 'dan'))).toEqual(['not_found', 'lineId']);
  // The card was open when Ana got another manager once more.
  await open.report({ ana: 'eva' });
  expect(await refused(handOn('ana', lineId, 'dan'))).toEqual(['conflict', 'managerId']);
  await open.report({ ana: null });
  expect(await refused(handOn('ana', lineId, 'dan'))).toEqual(['conflict', 'managerId']);
  for (const name of ['dan', 'eva'] as const) expect(await read(name)).toEqual([]);
  expect(await audited()).toEqual([]);
});

test('a manager who returns reads again what was written for them, handed on meanwhile or not', async () => {
  await add('Pricing');
  await add('Holidays');
  await open.report({ ana: 'dan' });
  await granted(handOn('ana', await idOf('Pricing'), 'dan'));
  await add('For Dan');
  expect(await read('dan')).toEqual(['Pricing', 'For Dan']);
  await open.report({ ana: 'maria' });
  expect(await read('maria')).toEqual(['Pricing', 'Holidays']);
  expect(await onAgenda('maria')).toEqual(['Pricing', 'Holidays']);
  expect(await read('dan')).toEqual([]);
});

test('a rep without a manager writes for nobody yet: no manager reads it before the rep hands it on', async () => {
  await open.report({ ana: null });
  expect((await card('ana')).lineReader).toBe(
    'You have no manager in Sideline yet: nobody reads it until you have one and hand it on.',
  );
  await add('Somebody help me');
  expect((await card('ana')).lines).toMatchObject([{ notice: 'Nobody but you reads it yet.', handOn: null }]);
  await open.report({ ana: 'dan' });
  expect(await read('dan')).toEqual([]);
  expect(await card('ana')).toMatchObject({
    lineReader: 'Dan Ruiz reads it.',
    lines: [{ notice: 'Nobody but you reads it yet.', handOn: { label: 'Let Dan Ruiz read it' } }],
  });
  await granted(handOn('ana', await idOf('Somebody help me'), 'dan'));
  expect(await read('dan')).toEqual(['Somebody help me']);
});

test('a rep who has lost their manager is told that nobody reads it, and withdraws it like any other', async () => {
  await add('Pricing');
  await open.report({ ana: null });
  expect((await card('ana')).lines).toMatchObject([
    { notice: 'Written for Maria Ruiz, your manager then. Nobody but you reads it now.', handOn: null },
  ]);
  await granted(open.service.lines.withdraw(open.caller('ana'), { lineId: await idOf('Pricing') }));
  expect(await read('ana')).toEqual([]);
});

test('who holds a 1:1 discusses what they may read, and nothing else by its number', async () => {
  await add('Pricing');
  const lineId = await idOf('Pricing');
  await open.report({ ana: 'dan' });
  await granted(hold('dan', [lineId]));
  expect(await read('ana')).toEqual(['Pricing']);
  await granted(handOn('ana', lineId, 'dan'));
  await granted(
    open.service.meetings.hold(open.caller('dan'), {
      ...{ repId: ana, number: 2, heldOn: '2026-11-24', minutes: 30, kind: 'deal', attendance: 'both' },
      ...{ discussedLineIds: [lineId], discussedRequestIds: [] },
    }),
  );
  expect(await read('ana')).toEqual([]);
});

test('an agenda that is prepared the evening before knows nothing of lines that its manager may not read', async () => {
  await add('Pricing');
  const lineId = await idOf('Pricing');
  await open.report({ ana: 'dan' });
  await open.store.db
    .updateTable('person')
    .set({ manager_since: new Date('2026-11-11T09:00:00Z') })
    .where('owner_id', '=', ana)
    .execute();
  await granted(hold('dan'));
  open.setNow('2026-12-07T19:00:00Z');
  expect(await open.prepareAgendas()).toBeGreaterThan(0);
  const rows = await open.store.db
    .selectFrom('coaching_agenda')
    .select('line_ids')
    .where('rep_id', '=', ana)
    .execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.line_ids).not.toContain(lineId);
});

import { waitingView, type WaitingView } from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
let now = new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  open = await openCoaching({ now: () => now });
  await open.report('ana', 'maria');
}, 60_000);
beforeEach(async () => {
  await open.clear();
  now = new Date('2026-11-24T10:00:00Z');
});
afterAll(() => open.stop());

const waiting = async (name: Name): Promise<WaitingView> =>
  waitingView.parse(granted(await open.service.waiting.read(open.caller(name))));
const beside = (recordType: 'deal' | 'contact' | 'meeting', recordId: string) => ({ recordType, recordId });
const dayLater = () => void (now = new Date(now.getTime() + 24 * 3_600_000));

test('what was shared and not answered, the oldest first, with its day, its author and where it stands', async () => {
  expect(await waiting('ana')).toEqual({ ownerId: people.ana.ownerId, notes: [], more: null });
  await open.write('maria', 'Zanzibar', beside('contact', '5001'));
  dayLater();
  await open.write('maria', 'Zanzibar', beside('deal', '7001'));
  dayLater();
  await open.write('maria', 'Zanzibar', beside('meeting', `${people.maria.ownerId}0001`));
  const view = await waiting('ana');
  expect(view.notes).toMatchObject([
    { dateLabel: '24 Nov 2026', by: 'Maria Ruiz', beside: { kind: 'contact', recordId: '5001' } },
    { dateLabel: '25 Nov 2026', beside: { kind: 'deal', recordId: '7001', name: 'Deal 7001' } },
    { dateLabel: '26 Nov 2026', beside: { kind: 'meeting', recordId: '2060001' } },
  ]);
  expect(JSON.stringify(view)).not.toContain('Zanzibar');
  // It waits for nobody else, not even for who wrote it.
  for (const name of ['maria', 'ben', 'olga'] as const) expect((await waiting(name)).notes).toEqual([]);
});

test.each(['seen', 'agreed', 'disagreed'] as const)(
  'a note that was answered with %s waits no more',
  async (answer) => {
    const { noteId } = await open.write('maria', 'one');
    await open.write('maria', 'two');
    granted(await open.service.notes.acknowledge(open.caller('ana'), { noteId, version: 1, answer }));
    const { notes } = await waiting('ana');
    expect(notes).toHaveLength(1);
    expect(notes.map(({ id }) => id)).not.toContain(noteId);
  },
);

test('drafts and private notes wait for nobody; of many ten are shown and the rest counted', async () => {
  await open.write('maria', 'private', { state: 'private' });
  await open.write('maria', 'draft', { state: 'draft' });
  expect((await waiting('ana')).notes).toEqual([]);
  await open.clear();
  for (let number = 1; number <= 10; number += 1) await open.write('maria', `note ${number}`);
  expect(await waiting('ana')).toMatchObject({ more: null });
  await open.write('maria', 'one more');
  const one = await waiting('ana');
  expect([one.notes.length, one.more]).toEqual([10, 'and 1 more note']);
  await open.write('maria', 'and another');
  expect((await waiting('ana')).more).toBe('and 2 more notes');
});

test('whoever owns nothing in HubSpot is told so', async () => {
  const nobody = { ...open.caller('ana'), userId: '999999' };
  expect(await refusal(open.service.waiting.read(nobody))).toBe('forbidden');
});

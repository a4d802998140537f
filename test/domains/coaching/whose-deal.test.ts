import { saveNoteRequest } from '../../../src/contract/index.ts';
import { applyingTo } from '../../../src/mirror/index.ts';
import { creditedDeal } from '../../support/mirrored-deals.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refused, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
//   eva ─ maria ─ ana, ben
beforeEach(() => open.reset('2026-01-01T10:00:00Z'));

const write = (rep: Name, recordId: string, change: Record<string, unknown> = {}) =>
  open.service.notes.save(
    open.caller('maria'),
    saveNoteRequest.parse({
      ...{ recordType: 'deal', recordId, ownerId: people[rep].ownerId },
      ...{ noteId: null, version: 0, state: 'draft' },
      content: { topic: 'deal', text: { form: 'free', text: `About ${rep}` }, promises: [] },
      ...change,
    }),
  );
let modified = Date.UTC(2027, 0, 1);
/** HubSpot shows somebody else as the owner, and how the deal is divided. */
const give = (id: string, owner: Name | null, shares: Readonly<Record<string, string>> = {}) =>
  applyingTo(open.store.db, open.sync.portal.id).apply([
    creditedDeal(
      { id, ownerId: owner && people[owner].ownerId, modifiedAt: new Date((modified += 60_000)) },
      shares,
    ),
  ]);

test('a deal that is not the rep’s, and never was, is refused with what to do instead', async () => {
  expect(await write('ana', '7004')).toEqual({
    ok: false,
    failure: {
      code: 'bad_request',
      field: 'recordId',
      message:
        'This deal is not this rep’s, and never was. Write beside a deal that they have, had or share in, or at their 1:1.',
    },
  });
  expect(await refused(write('ana', '7009'))).toEqual(['bad_request', 'recordId']);
  expect(await refused(write('ana', '7999'))).toEqual(['not_found', 'recordId']);
  expect(await open.store.db.selectFrom('coaching_note').selectAll().execute()).toEqual([]);
});

test('a deal may be coached on with whoever has it, shares in it, or did', async () => {
  await granted(write('ana', '7001'));
  await give('7005', 'ana', { [people.ana.ownerId]: '0.5', [people.eva.ownerId]: '0.5' });
  await give('7005', 'eva', { [people.eva.ownerId]: '0.5', [people.ben.ownerId]: '0.5' });
  await granted(write('ana', '7005'));
  await granted(write('ben', '7005'));
  await give('7006', 'ben');
  await give('7006', null);
  await granted(write('ben', '7006'));
  expect(await refused(write('ana', '7006'))).toEqual(['bad_request', 'recordId']);
});

test('what stands beside contacts and 1:1s is not known to the service, and taken as it is told', async () => {
  await granted(write('ana', '990001', { recordType: 'contact' }));
  await granted(write('ana', '2060001', { recordType: 'meeting' }));
});

test.each([
  ['another deal', { recordId: '7002' }, 'recordId'],
  ['a deal that is somebody else’s', { recordId: '7004' }, 'recordId'],
  ['a deal that is not there', { recordId: '7999' }, 'recordId'],
  ['a contact of that number', { recordType: 'contact' }, 'recordType'],
])('a note stays beside its record: a save that names %s is refused', async (_what, change, field) => {
  const { noteId, version } = await granted(write('ana', '7001'));
  const answer = await write('ana', '7001', { noteId, version, state: 'shared', ...change });
  expect(answer).toEqual({
    ok: false,
    failure: {
      code: 'bad_request',
      field,
      message: 'This note stands beside another record. Open it there to change it.',
    },
  });
  const rows = await open.store.db.selectFrom('coaching_note').select(['record_id', 'state']).execute();
  expect(rows).toEqual([{ record_id: '7001', state: 'draft' }]);
  await granted(write('ana', '7001', { noteId, version, state: 'shared' }));
});

test('a note goes on where the deal has gone to somebody who reports elsewhere', async () => {
  const { noteId, version } = await granted(write('ana', '7001'));
  await give('7001', 'dan');
  await granted(write('ana', '7001', { noteId, version, state: 'shared' }));
});

import { sql } from 'kysely';
import { heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { inTransaction } from '../../../src/store/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
  await open.report('ben', 'maria');
}, 60_000);
afterAll(() => open.stop());

const ofMaria = { ownerId: people.maria.ownerId };
const prepare = async () => granted(await open.service.copies.prepare(open.caller('olga'), ofMaria));
async function eraseBen(): Promise<string[]> {
  const withdraw = await open.service.copies.openWithdrawing(open.portalId);
  return inTransaction(open.store.db, async (trx) => {
    const whose = await withdraw(trx, people.ben.ownerId, new Date());
    await heldCoachingOf(trx, open.portalId).erase(people.ben.ownerId);
    return whose;
  });
}
/** Until so many statements wait for another transaction. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ found: number }>`select count(distinct pid)::integer as found from pg_locks
      where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
      open.store.db,
    );
    if ((rows[0]?.found ?? 0) >= count) return;
  }
}

test('a copy that is being made while somebody in it is erased is waited for, and withdrawn', async () => {
  await prepare();
  granted(await open.service.copies.collect(open.caller('maria')));
  await open.write('maria', 'private about Ben', {
    ...{ ownerId: people.ben.ownerId, recordId: '7004', state: 'private' },
  });
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const holding = open.store.db.transaction().execute(async (trx) => {
    await sql`select from coaching_copy for update`.execute(trx);
    await held;
  });
  // It has read everything, and waits to put the copy there.
  const preparing = prepare();
  await waiting(1);
  const erasing = eraseBen();
  await Promise.race([erasing, waiting(2)]);
  letGo();
  await Promise.all([holding, preparing]);
  expect(await erasing).toEqual([people.maria.ownerId]);
  const left = await open.store.db.selectFrom('coaching_copy').select('sealed_file').execute();
  expect(left).toEqual([{ sealed_file: null }]);
});

import { sql } from 'kysely';
import type { DraftPlace } from '../../../src/contract/index.ts';
import { forPortal as draftsOf } from '../../../src/domains/coaching/drafts/store.ts';
import { followContactMerge } from '../../../src/domains/coaching/index.ts';
import { openPortalSealer } from '../../../src/install/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());

const [loser, survivor] = ['5001', '5002'];
const { ownerId } = people.ana;
/** Until a statement waits for another transaction. */
async function waiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
      open.store.db,
    );
    if (rows.length > 0) return;
  }
}

test('what is saved beside contacts while HubSpot makes one of them is kept, every word', async () => {
  const begin = async (recordId: string): Promise<number> => {
    const place: DraftPlace = { kind: 'line', recordType: 'contact', recordId };
    const request = { place, version: 0, text: `begun beside ${recordId}` };
    return granted(await open.service.drafts.save(open.caller('ana'), request)).version;
  };
  const versions = [
    [loser, await begin(loser)],
    [survivor, await begin(survivor)],
  ] as const;
  const sealer = await openPortalSealer(open.install, open.portalId);
  let [letGo, noteSaved] = [(): void => {}, (): void => {}];
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const isSaved = new Promise<void>((resolve) => (noteSaved = resolve));
  const saving = open.store.db.transaction().execute(async (trx) => {
    for (const [id, version] of versions)
      await draftsOf(trx, open.portalId, sealer).save(ownerId, {
        ...{ beside: { type: 'contact', id }, text: `written on beside ${id}`, version, at: new Date() },
      });
    noteSaved();
    await held;
  });
  await isSaved;
  const merging = followContactMerge(open.store.db, open.portalId, {
    survivorId: survivor,
    mergedIds: [loser],
  });
  await waiting();
  letGo();
  await Promise.all([saving, merging]);
  expect(await draftsOf(open.store.db, open.portalId, sealer).list(ownerId)).toMatchObject([
    {
      beside: { type: 'contact', id: survivor },
      text: `written on beside ${survivor}\n\nwritten on beside ${loser}`,
    },
  ]);
});

import { dirtyOwnersOf } from '../../src/mirror/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { outboxOf } from '../../src/sync/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});

const desired = (value: string) => ({ sideline_quota: value });

describe('the outbox', () => {
  test('an answer to an older version clears and parks nothing newer', async () => {
    const outbox = outboxOf(store.db, 1);
    await outbox.put([{ recordId: '7001', desired: desired('1') }]);
    const inFlight = await outbox.readWaiting(10);
    await outbox.put([{ recordId: '7001', desired: desired('2') }]);
    await outbox.clear(inFlight);
    for (const row of inFlight) await outbox.park(row, 'CODE', 'words');
    const [newer] = await outbox.readWaiting(10);
    expect(newer?.desired).toEqual(desired('2'));
    await outbox.clear(newer ? [newer] : []);
    expect(await outbox.countWaiting()).toBe(0);
  });

  test('a row that came back with the same values is still a newer one', async () => {
    const outbox = outboxOf(store.db, 2);
    await outbox.put([{ recordId: '7001', desired: desired('1') }]);
    const inFlight = await outbox.readWaiting(10);
    await outbox.drop(['7001']);
    await outbox.put([{ recordId: '7001', desired: desired('1') }]);
    await outbox.clear(inFlight);
    expect(await outbox.countWaiting()).toBe(1);
  });

  test('holds one row a record, the one that waits longest first, and a parked one apart', async () => {
    const outbox = outboxOf(store.db, 3);
    await outbox.put(['a', 'b'].map((recordId) => ({ recordId, desired: desired(recordId) })));
    await outbox.put([{ recordId: 'a', desired: desired('again') }]);
    const waiting = await outbox.readWaiting(10);
    expect(waiting.map(({ recordId }) => recordId)).toEqual(['b', 'a']);
    const [first] = waiting;
    if (first) await outbox.park(first, 'INVALID_OPTION', "HubSpot's words");
    expect((await outbox.readWaiting(10)).map(({ recordId }) => recordId)).toEqual(['a']);
    expect(await outbox.listParked()).toEqual([
      { recordId: 'b', code: 'INVALID_OPTION', message: "HubSpot's words" },
    ]);
    // Values that follow from other deals do not mend what was refused; an edit of the record may.
    await outbox.put([{ recordId: 'b', desired: desired('other'), news: null }]);
    expect(await outbox.listParked()).toHaveLength(1);
    await outbox.put([{ recordId: 'b', desired: desired('mended'), news: 7 }]);
    expect(await outbox.listParked()).toEqual([]);
    for (const row of await outbox.readWaiting(10)) await outbox.park(row, 'INVALID_OPTION', 'words');
    // The same edit, planned again, is no new one.
    await outbox.put([{ recordId: 'b', desired: desired('again'), news: 7 }]);
    expect((await outbox.listParked()).map(({ recordId }) => recordId)).toEqual(['a', 'b']);
    expect(await outbox.retry(['b', 'c'])).toBe(1);
    expect((await outbox.readWaiting(10)).map((row) => row.desired)).toEqual([desired('again')]);
    expect(await outbox.retry(null)).toBe(1);
    expect(await outbox.retry([])).toBe(0);
  });

  test('takes and drops more rows than a statement has parameters for', async () => {
    const outbox = outboxOf(store.db, 4);
    const ids = Array.from({ length: 70_000 }, (_, index) => String(index));
    await outbox.put(ids.slice(0, 3_000).map((recordId) => ({ recordId, desired: desired('1') })));
    await outbox.drop(ids);
    expect(await outbox.countWaiting()).toBe(0);
  });
});

describe('noted changes', () => {
  test('a record that changes while it is read is read again', async () => {
    const events = eventsOf(store.db, 1);
    const changes = ['7001', '7002'].map((id) => ({ type: 'deal', id }));
    await events.note(changes);
    const read = await events.read('deal', 10);
    await events.note([{ type: 'deal', id: '7002' }]);
    await events.clear(read);
    expect((await events.read('deal', 10)).map(({ id }) => id)).toEqual(['7002']);
  });

  test('many events of one record are one change, and other types are left alone', async () => {
    const events = eventsOf(store.db, 2);
    await events.note([{ type: 'contact', id: '7001' }]);
    for (let count = 0; count < 3; count += 1) await events.note([{ type: 'deal', id: '7001' }]);
    expect(await events.read('deal', 10)).toHaveLength(1);
    await events.clear(await events.read('deal', 10));
    expect(await events.read('contact', 10)).toHaveLength(1);
  });
});

describe('marks', () => {
  test('a mark renewed while somebody is looked at stays', async () => {
    const marks = dirtyOwnersOf(store.db, 1);
    await marks.mark(['201', '202']);
    const read = await marks.read(10);
    await marks.mark(['202']);
    await marks.clear(read);
    expect((await marks.read(10)).map(({ ownerId }) => ownerId)).toEqual(['202']);
  });
});

import { namePromises } from '../../../src/contract/index.ts';
import { LEAST_DUE, measureCompletion, completionOf } from '../../../src/domains/coaching/index.ts';
import { forPortal as actionsOf } from '../../../src/domains/coaching/actions/store.ts';
import type { DueAction } from '../../../src/domains/coaching/actions/completion/measure-completion.ts';
import type { Reports } from '../../../src/domains/quota/index.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { putPortal } from '../../support/put-portal.ts';

const due = (count: number, kept: number, change: Partial<DueAction> = {}): DueAction[] =>
  Array.from({ length: count }, (_, index) => ({
    authorId: 'maria',
    repId: 'ana',
    doerId: 'ana',
    agreedAt: new Date('2026-11-02T09:00:00Z'),
    isKept: index < kept,
    settledAt: new Date('2026-11-10T09:00:00Z'),
    ...change,
  }));

/** Maria managed both, Ana until a moment. */
const reports = (until: string | null = null): Reports => {
  const since = new Date('2026-11-01T09:00:00Z');
  const maria = { managerId: 'maria', since, former: [] };
  return new Map([
    ['ben', maria],
    [
      'ana',
      until === null
        ? maria
        : { managerId: 'zoe', since, former: [{ managerId: 'maria', until: new Date(until) }] },
    ],
  ]);
};

describe('how much of what was promised is kept', () => {
  test('counts a rep by what they promised, a manager by all that was agreed and by what they promised themselves', () => {
    const rates = measureCompletion(
      [...due(10, 7), ...due(10, 2, { doerId: 'maria' }), ...due(5, 5, { repId: 'ben', doerId: 'ben' })],
      reports(),
    );
    expect(rates.byRep.get('ana')).toMatchObject({ due: 10, kept: 7, rate: { share: ratio(7, 10) } });
    expect(rates.byManager.get('maria')).toMatchObject({
      agreed: { due: 25, kept: 14, rate: { share: ratio(14, 25) } },
      own: { due: 10, kept: 2, rate: { share: ratio(2, 10) } },
    });
    // Nobody is counted for what somebody else promised.
    expect([...rates.byRep.keys()].sort()).toEqual(['ana', 'ben']);
  });

  test('counts for a manager what was settled while they stood above the rep, and for the rep all of it', () => {
    const promised = [...due(3, 2), ...due(2, 2, { settledAt: new Date('2026-11-20T09:00:00Z') })];
    const { byRep, byManager } = measureCompletion(promised, reports('2026-11-15T09:00:00Z'));
    expect(byRep.get('ana')).toMatchObject({ due: 5, kept: 4 });
    expect(byManager.get('maria')?.agreed).toMatchObject({ due: 3, kept: 2 });
    expect(measureCompletion(promised, reports()).byManager.get('maria')?.agreed).toMatchObject({ due: 5 });
  });

  test('is a count and no rate below the stated number', () => {
    expect(measureCompletion(due(LEAST_DUE - 1, 9), reports()).byRep.get('ana')).toEqual({
      due: 9,
      kept: 9,
      rate: null,
    });
    expect(measureCompletion(due(LEAST_DUE, 10), reports()).byRep.get('ana')?.rate).not.toBeNull();
    expect(measureCompletion([], reports()).byRep.size).toBe(0);
  });

  test('comes with the interval that so few cases leave', () => {
    const { interval } = measureCompletion(due(10, 7), reports()).byRep.get('ana')?.rate ?? {};
    expect(interval?.low).toBeCloseTo(0.3968, 4);
    expect(interval?.high).toBeCloseTo(0.8922, 4);
  });
});

describe('from the store', () => {
  const portalId = 4;
  const zone = 'Europe/Berlin';
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await openTestStore();
    await putPortal(store.db, portalId, zone);
  });
  afterAll(() => store.close());

  const text = {
    seal: (plain: string) => plain,
    open: (sealed: string) => sealed,
    tag: (plain: string) => plain,
  };
  const actions = () => actionsOf(store.db, portalId, text);
  const promiseOf = (dueOn: string, doer: 'rep' | 'author') => ({ text: 'Zanzibar', doer, dueOn });
  const listDue = (ownerIds: string[]) =>
    completionOf(store.db, portalId).listDue(ownerIds, {
      from: '2026-11-01',
      until: '2026-11-23',
      timeZone: zone,
    });

  test('what was due in the interval is kept if it was finished on its day, by the clock of the portal', async () => {
    const note = (id: string, repId: string, promised: ReturnType<typeof promiseOf>[]) => ({
      id,
      authorId: 'maria',
      repId,
      record: { type: 'deal' as const, id: '1' },
      content: {
        topic: 'skill' as const,
        text: { form: 'free' as const, text: '' },
        promises: namePromises(promised),
      },
    });
    const at = new Date('2026-10-20T10:00:00Z');
    await actions().keepPromises(
      note('n1', 'ana', [
        promiseOf('2026-11-10', 'rep'),
        promiseOf('2026-11-10', 'author'),
        promiseOf('2026-11-23', 'rep'),
        promiseOf('2026-11-24', 'rep'),
        promiseOf('2026-10-31', 'rep'),
      ]),
      [],
      at,
    );
    await actions().keepPromises(note('n2', 'ben', [promiseOf('2026-11-12', 'rep')]), [], at);
    const rows = (await actions().listAllReadable('maria')).map(({ action }) => action);
    const idOf = (noteId: string, dueOn: string, doerId: string) =>
      rows.find((row) => row.noteId === noteId && row.dueOn === dueOn && row.doerId === doerId)?.id ?? '';
    // Half past eleven in the evening there, and half past midnight of the next day.
    await actions().tick(idOf('n1', '2026-11-10', 'ana'), 'ana', true, new Date('2026-11-10T22:30:00Z'));
    await actions().tick(idOf('n1', '2026-11-10', 'maria'), 'maria', true, new Date('2026-11-10T23:30:00Z'));
    const agreed = { authorId: 'maria', repId: 'ana', agreedAt: at };
    expect(await listDue(['ana'])).toEqual([
      { ...agreed, doerId: 'ana', isKept: true, settledAt: new Date('2026-11-10T22:30:00Z') },
      // Too late: it was settled when its day was over there.
      { ...agreed, doerId: 'maria', isKept: false, settledAt: new Date('2026-11-10T23:00:00Z') },
      { ...agreed, doerId: 'ana', isKept: false, settledAt: new Date('2026-11-23T23:00:00Z') },
    ]);
    expect(await listDue(['maria', 'ben'])).toHaveLength(4);
    expect(await listDue(['ben'])).toHaveLength(1);
    expect(await listDue([])).toEqual([]);
    // Taken out of its note, it is promised no more.
    await actions().keepPromises(note('n2', 'ben', []), [], at);
    expect(await listDue(['ben'])).toEqual([]);
  });
});

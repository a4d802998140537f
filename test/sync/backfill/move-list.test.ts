import fc from 'fast-check';
import { chooseListPart } from '../../../src/sync/backfill/choose-part.ts';
import { compareIds } from '../../../src/sync/backfill/compare-ids.ts';
import { moveList } from '../../../src/sync/backfill/move-list.ts';
import { newPart, type Part } from '../../../src/sync/backfill/part.ts';
import { cursorAfter, readCursorStep, type CursorStep } from '../../../src/sync/backfill/predict-cursor.ts';

const pageSize = 3;

/** HubSpot's list over ids, as it is now: by ascending id, `pageSize` a page. `opaque` cursors say nothing of ids. */
interface Portal {
  ids: number[];
  readonly step: CursorStep;
  readonly opaque: boolean;
}

function listPage({ ids, step, opaque }: Portal, cursor: string | null) {
  const from = cursor === null ? -1 : Number(opaque ? atob(cursor) : cursor) - step;
  const behind = ids.filter((id) => id > from);
  const page = behind.slice(0, pageSize).map(String);
  const last = page.at(-1) ?? null;
  const next = behind.length > pageSize && last !== null ? String(Number(last) + step) : null;
  return { page, first: page[0] ?? null, last, next: next !== null && opaque ? btoa(next) : next };
}

const partsAt = (boundaries: readonly number[]): Part[] =>
  [null, ...boundaries].map((lower, number) => ({
    ...newPart(number, lower === null ? null : String(lower)),
    upper: boundaries[number] === undefined ? null : String(boundaries[number]),
  }));

/** Runs all hands to their end. `pick` says which of the calls under way is answered next, `between` changes the portal. */
function readAll(
  portal: Portal,
  parts: Part[],
  pick: (count: number) => number = () => 0,
  between: () => void = () => {},
): { seen: Set<number>; calls: number; parts: Part[] } {
  const seen = new Set<number>();
  let calls = 0;
  let step: CursorStep | null = null;
  let mayPredict = true;
  const busy = new Set<number>();
  const underWay: { number: number; answer: ReturnType<typeof listPage> }[] = [];
  const ask = (): boolean => {
    const part = chooseListPart({ parts, busy, step, isMirrored: true });
    if (part === null || busy.size === 4) return false;
    busy.add(part.number);
    const predicted = part.lower === null || step === null ? null : cursorAfter(part.lower, step);
    underWay.push({ number: part.number, answer: listPage(portal, part.list.cursor ?? predicted) });
    calls += 1;
    expect(calls).toBeLessThan(500);
    return true;
  };
  for (;;) {
    while (ask());
    const [arrived] = underWay.splice(pick(underWay.length), 1);
    if (!arrived) break;
    between();
    const { number, answer } = arrived;
    for (const id of answer.page) seen.add(Number(id));
    if (answer.next !== null && step === null && mayPredict) {
      step = readCursorStep(answer);
      mayPredict = step !== null;
    }
    const part = parts[number]!;
    const above = parts[number + 1];
    const counts = { deals: answer.page.length, newDeals: 0 };
    const moved = moveList(
      part,
      { ...answer, ...counts },
      { above, isAboveBusy: busy.has(number + 1), step },
    );
    parts[number] = { ...part, list: moved.list };
    if (moved.passedOn && above) parts[number + 1] = { ...above, list: { ...above.list, ...moved.passedOn } };
    if (answer.next === null) {
      for (const each of parts.slice(number + 1)) {
        if (each.list.first === null && !busy.has(each.number)) {
          parts[each.number] = { ...each, list: { ...each.list, cursor: null, isDone: true } };
        }
      }
    }
    busy.delete(number);
  }
  return { seen, calls, parts };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) * 10);

test('parts of whole pages cost no call more than one hand alone', () => {
  const alone = readAll({ ids: upTo(30), step: 0, opaque: false }, partsAt([]));
  expect(alone.calls).toBe(10);
  for (const step of [0, 1] as const) {
    const shared = readAll({ ids: upTo(30), step, opaque: false }, partsAt([90, 180, 240]));
    expect(shared.calls).toBe(10);
    expect(shared.seen.size).toBe(30);
  }
});

test('opaque cursors are followed by one hand from beginning to end', () => {
  const read = readAll({ ids: upTo(30), step: 0, opaque: true }, partsAt([90, 180, 240]));
  expect(read.calls).toBe(10);
  expect(read.seen.size).toBe(30);
});

test('a boundary within a page costs one call more: the hand reads on until it meets the next', () => {
  const read = readAll({ ids: upTo(30), step: 0, opaque: false }, partsAt([100]));
  // 1-30 | 40-60 | 70-90 | 100-120 passes 100 and meets the next hand, which began at 110.
  expect(read.calls).toBe(4 + 7);
  expect(read.seen.size).toBe(30);
});

test('a cursor that means something else loses nothing', () => {
  // The next hand is answered from far behind where it was sent: the one below reads on until it meets that place.
  const far = { ids: upTo(30), step: 0 as const, opaque: false };
  const parts = partsAt([95]);
  parts[1] = {
    ...parts[1]!,
    list: { first: '200', last: '220', cursor: '220', deals: 3, newDeals: 3, isDone: false },
  };
  const read = readAll(far, parts);
  // 220 stood on the first page of the other, which had come before.
  expect([...read.seen].sort((a, b) => a - b)).toEqual(upTo(30).filter((id) => id !== 220));
});

test('whatever the boundaries, the order of answers and the changes meanwhile: what stays there is seen', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 60 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 320 }), { maxLength: 6 }),
      fc.constantFrom<CursorStep>(0, 1),
      fc.boolean(),
      fc.infiniteStream(fc.nat(1_000)),
      (ids, boundaries, step, opaque, numbers) => {
        const draw = (below: number) => (numbers.next().value ?? 0) % Math.max(1, below);
        const portal: Portal = { ids: ids.toSorted((a, b) => a - b), step, opaque };
        const always = new Set(portal.ids);
        const between = () => {
          const kind = draw(4);
          if (kind === 0) {
            const gone = portal.ids[draw(portal.ids.length)];
            portal.ids = portal.ids.filter((id) => id !== gone);
            if (gone !== undefined) always.delete(gone);
          } else if (kind === 1) {
            portal.ids = [...new Set([...portal.ids, 1 + draw(400)])].sort((a, b) => a - b);
          }
        };
        const parts = partsAt(boundaries.toSorted((a, b) => a - b));
        const read = readAll(portal, parts, draw, between);
        expect(read.parts.every(({ list }) => list.isDone)).toBe(true);
        expect([...always].filter((id) => !read.seen.has(id))).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['99', '100'],
  ['7001', '7002'],
  ['9007199254740993', '9007199254740994'],
])('%s comes before %s', (left, right) => {
  expect(compareIds(left, right)).toBeLessThan(0);
  expect(compareIds(right, left)).toBeGreaterThan(0);
  expect(compareIds(left, left)).toBe(0);
});

test.each([
  ['7001', '7001', 0],
  ['7001', '7002', 1],
  ['7001', '7003', null],
  ['7001', 'NzAwMQ==', null],
  ['7001', null, null],
  [null, '7001', null],
])('behind %s comes cursor %s: step %s', (last, next, step) => {
  expect(readCursorStep({ last, next })).toBe(step);
});

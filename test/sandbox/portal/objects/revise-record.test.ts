import { blankRecord, reviseRecord } from '../../../../src/sandbox/portal/objects/revise-record.ts';
import { currentValue, type StoredRecord } from '../../../../src/sandbox/portal/objects/stored-record.ts';

const source = {
  sourceType: 'CRM_UI',
  sourceId: 'userId:1',
  sourceLabel: 'CRM UI',
  updatedByUserId: 1,
} as const;
const write = (record: StoredRecord, values: Record<string, string>, at: string) =>
  reviseRecord({ record, values, source, at });
const blank = blankRecord('5', '2026-10-01T00:00:00Z');

test('a write leaves a version and moves the last-modified date', () => {
  const record = write(blank, { amount: '5' }, '2026-10-02T00:00:00Z');
  expect(record.history['amount']).toEqual([{ value: '5', timestamp: '2026-10-02T00:00:00Z', ...source }]);
  expect(record.updatedAt).toBe('2026-10-02T00:00:00Z');
  expect(blank.history).toEqual({});
});

test('an equal value leaves no version, but the last-modified date moves', () => {
  const once = write(blank, { amount: '5' }, '2026-10-02T00:00:00Z');
  const twice = write(once, { amount: '5' }, '2026-10-03T00:00:00Z');
  expect(twice.history['amount']).toHaveLength(1);
  expect(twice.updatedAt).toBe('2026-10-03T00:00:00Z');
});

test('a cleared value reads as null and stays in the history', () => {
  const filled = write(blank, { amount: '5' }, '2026-10-02T00:00:00Z');
  const cleared = write(filled, { amount: '' }, '2026-10-03T00:00:00Z');
  expect(currentValue(cleared, 'amount')).toBeNull();
  expect(cleared.history['amount']?.map(({ value }) => value)).toEqual(['', '5']);
});

test('only the twenty newest versions are remembered', () => {
  let record = blank;
  for (let day = 1; day <= 30; day += 1)
    record = write(record, { amount: String(day) }, '2026-10-02T00:00:00Z');
  expect(record.history['amount']).toHaveLength(20);
  expect(record.history['amount']?.at(-1)?.value).toBe('11');
});

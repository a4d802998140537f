import { defineBuiltIn } from '../../../../src/sandbox/portal/definitions/property-definition.ts';
import { normalizeValue } from '../../../../src/sandbox/portal/objects/normalize-value.ts';

type Type = Parameters<typeof defineBuiltIn>[0]['type'];
const define = (type: Type, fieldType: string) =>
  defineBuiltIn(
    {
      name: 'p',
      label: 'P',
      type,
      fieldType,
      groupName: 'g',
      options: [
        ['a', 'A'],
        ['b', 'B'],
      ],
    },
    '2026-01-01T00:00:00Z',
  );

test.each<[Type, string, string]>([
  ['string', 'any text', 'any text'],
  ['number', '1500.00', '1500.00'],
  ['number', '-3', '-3'],
  ['datetime', '2026-12-31', '2026-12-31T00:00:00Z'],
  ['datetime', '2026-12-31T10:00:00+01:00', '2026-12-31T09:00:00Z'],
  ['datetime', '1798675200000', '2026-12-31T00:00:00Z'],
  ['datetime', '2026-12-31T10:00:00.120Z', '2026-12-31T10:00:00.120Z'],
  ['date', '2026-12-31', '2026-12-31'],
  ['date', '1798675200000', '2026-12-31'],
  ['enumeration', 'a', 'a'],
])('a %s takes %s and keeps %s', (type, given, kept) => {
  expect(normalizeValue(define(type, 'select'), given)).toEqual({ ok: true, value: kept });
});

test.each<[Type, string, string]>([
  ['number', '1,500', 'INVALID_DOUBLE'],
  ['number', 'NaN', 'INVALID_DOUBLE'],
  ['datetime', 'tomorrow', 'INVALID_DATE'],
  ['datetime', '2026-02-30', 'INVALID_DATE'],
  ['date', '31.12.2026', 'INVALID_DATE'],
  ['enumeration', 'A', 'INVALID_OPTION'],
  ['bool', 'yes', 'INVALID_OPTION'],
])('a %s refuses %s with %s', (type, given, code) => {
  expect(normalizeValue(define(type, 'select'), given)).toMatchObject({ ok: false, failure: { code } });
});

test('checkboxes take several values, each of which must be an option', () => {
  const boxes = define('enumeration', 'checkbox');
  expect(normalizeValue(boxes, 'a;b').ok).toBe(true);
  expect(normalizeValue(boxes, 'a;c').ok).toBe(false);
});

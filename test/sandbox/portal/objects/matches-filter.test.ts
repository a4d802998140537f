import { matchesFilter } from '../../../../src/sandbox/portal/objects/matches-filter.ts';
import type { SearchFilter } from '../../../../src/sandbox/portal/objects/search-filter.ts';

type Operator = SearchFilter['operator'];
type Type = Parameters<typeof matchesFilter>[2];
type Asked = { value?: string; highValue?: string; values?: string[] };

test.each<[string | null, Operator, Asked, Type, boolean]>([
  ['Acme', 'EQ', { value: 'acme' }, 'string', true],
  ['COMMIT', 'EQ', { value: 'commit' }, 'enumeration', false],
  ['COMMIT', 'EQ', { value: 'COMMIT' }, 'enumeration', true],
  ['1500.00', 'EQ', { value: '1500' }, 'number', true],
  ['9', 'LT', { value: '10' }, 'number', true],
  ['10', 'LTE', { value: '10' }, 'number', true],
  ['10', 'GT', { value: '10' }, 'number', false],
  ['10', 'GTE', { value: '10' }, 'number', true],
  ['5', 'BETWEEN', { value: '5', highValue: '6' }, 'number', true],
  ['7', 'BETWEEN', { value: '5', highValue: '6' }, 'number', false],
  ['2026-11-20T10:00:00Z', 'GTE', { value: '1795168800000' }, 'datetime', true],
  ['2026-11-20T10:00:00Z', 'GT', { value: '2026-11-20T10:00:00.000Z' }, 'datetime', false],
  ['default', 'IN', { values: ['default', 'other'] }, 'enumeration', true],
  ['Acme', 'IN', { values: ['Acme'] }, 'string', false],
  ['Acme', 'IN', { values: ['acme'] }, 'string', true],
  ['default', 'NOT_IN', { values: ['other'] }, 'enumeration', true],
  ['x', 'HAS_PROPERTY', {}, 'string', true],
  [null, 'HAS_PROPERTY', {}, 'string', false],
  [null, 'NOT_HAS_PROPERTY', {}, 'string', true],
  ['Acme GmbH', 'CONTAINS_TOKEN', { value: 'gmbh' }, 'string', true],
  ['Acme GmbH', 'CONTAINS_TOKEN', { value: 'ac*' }, 'string', true],
  ['Acme GmbH', 'CONTAINS_TOKEN', { value: 'ac' }, 'string', false],
  ['Acme GmbH', 'NOT_CONTAINS_TOKEN', { value: 'acme' }, 'string', false],
  [null, 'EQ', { value: 'x' }, 'string', false],
  [null, 'NEQ', { value: 'x' }, 'string', true],
  [null, 'NOT_IN', { values: ['x'] }, 'string', true],
  [null, 'LT', { value: '1' }, 'number', false],
])('%s %s %j as %s: %s', (value, operator, asked, type, expected) => {
  expect(matchesFilter(value, { propertyName: 'p', operator, ...asked }, type)).toBe(expected);
});

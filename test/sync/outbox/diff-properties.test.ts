import fc from 'fast-check';
import { diffProperties } from '../../../src/sync/outbox/diff-properties.ts';

const asOf = new Date('2026-11-24T10:00:00.000Z');
const stamp = { sideline_as_of: '2026-11-24T10:00:00.000Z' };
const diff = (desired: Record<string, string>, known: Record<string, string>) =>
  diffProperties('7001', desired, known, asOf)?.properties ?? null;

test.each([
  ['nothing known yet', { a: '1', b: 'x' }, {}, { a: '1', b: 'x', ...stamp }],
  ['everything shown', { a: '1', b: 'x' }, { a: '1', b: 'x' }, null],
  ['only what differs is sent', { a: '1', b: 'y' }, { a: '1', b: 'x' }, { b: 'y', ...stamp }],
  ['an old as-of alone is no reason', { a: '1' }, { a: '1', sideline_as_of: '2020-01-01' }, null],
  [
    'a number is the same however it is written',
    { a: '300000.00', b: '0.3800' },
    { a: '300000', b: '.38' },
    { b: '0.3800', ...stamp },
  ],
  ['minus included', { a: '-87000.00' }, { a: '-87000' }, null],
  ['a hand edit is a difference', { a: '0.71' }, { a: '0.99' }, { a: '0.71', ...stamp }],
  ['a value to be cleared', { a: '' }, { a: '0.71' }, { a: '', ...stamp }],
  ['nothing to clear', { a: '' }, {}, null],
  ['zero is a value, and nothing is not zero', { a: '0' }, {}, { a: '0', ...stamp }],
  ['nor is zero nothing', { a: '' }, { a: '0' }, { a: '', ...stamp }],
  [
    'text that looks like no number is compared as text',
    { a: '2026-Q4' },
    { a: '2026-q4' },
    { a: '2026-Q4', ...stamp },
  ],
  ["others' properties are let be", { a: '1' }, { a: '1', theirs: 'x' }, null],
])('%s', (_case, desired, known, expected) => {
  expect(diff(desired as Record<string, string>, known as Record<string, string>)).toEqual(expected);
});

const values = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.constantFrom('', '0', '1', '1.0', 'x', '300000', '300000.00'),
);

test('what is written leaves nothing more to write', () => {
  fc.assert(
    fc.property(values, values, (desired, known) => {
      const written = { ...known, ...diff(desired, known) };
      expect(diff(desired, written)).toBeNull();
    }),
  );
});

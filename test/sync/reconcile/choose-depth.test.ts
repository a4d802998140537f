import { chooseDepth, OVERLAP_MS } from '../../../src/sync/reconcile/choose-depth.ts';

const now = new Date('2026-11-24T03:07:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const none = { modifiedUntil: null, everythingAt: null, askedAt: null };
const since = (at: Date) => ({ kind: 'modified', since: new Date(at.getTime() - OVERLAP_MS) });
const everything = (isDeep: boolean) => ({ kind: 'everything', isDeep });

test.each([
  ['never pulled, never checked', null, null, everything(false)],
  ['pulled yesterday', null, ago(1), since(ago(1))],
  ['pulled a week ago', null, ago(7), everything(false)],
  [
    'the same night of the week before, some minutes earlier',
    { ...none, everythingAt: ago(6.99) },
    ago(30),
    everything(false),
  ],
  ['checked last night', { ...none, modifiedUntil: ago(1), everythingAt: ago(3) }, ago(9), since(ago(1))],
  ['pulled anew since', { ...none, modifiedUntil: ago(1), everythingAt: ago(9) }, ago(0.5), since(ago(0.5))],
  [
    'asked for',
    { ...none, modifiedUntil: ago(1), everythingAt: ago(3), askedAt: ago(0) },
    ago(1),
    everything(true),
  ],
  ['a clock that was set back', { ...none, modifiedUntil: ago(-2), everythingAt: ago(-3) }, null, since(now)],
])('%s', (_, before, pulledAt, depth) => {
  expect(chooseDepth(now, before, pulledAt)).toEqual(depth);
});

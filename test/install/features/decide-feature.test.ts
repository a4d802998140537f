import { decideFeature } from '../../../src/install/features/decide-feature.ts';
import { describeFeature } from '../../../src/install/features/describe-feature.ts';

const now = new Date('2026-11-24T10:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const refused = (at: Date, scopes: readonly string[]) => ({
  name: 'Deal splits',
  isSwitchedOff: false,
  refusal: { code: 'forbidden', message: 'Not in your subscription', at, scopes },
});
const granted = ['oauth', 'crm.dealsplits.read_write'];

it.each([
  ['granted, and nobody said anything', granted, null, 'on', true],
  ['not granted', ['oauth'], null, 'notGranted', false],
  ['switched off', granted, { ...refused(now, granted), isSwitchedOff: true }, 'off', false],
  ['switched off and not granted', [], { ...refused(now, []), isSwitchedOff: true }, 'off', false],
  ['refused just now', granted, refused(now, granted), 'refused', false],
  ['refused almost a day ago', granted, refused(hoursAgo(23.9), granted), 'refused', false],
  ['refused a day ago: asked again', granted, refused(hoursAgo(24), granted), 'refused', true],
  ['refused under other scopes: asked again', granted, refused(now, ['oauth', 'x']), 'refused', true],
  ['refused under fewer scopes: asked again', granted, refused(now, granted.slice(1)), 'refused', true],
  ['refused, scopes told in another order', granted, refused(now, granted.toReversed()), 'refused', false],
  ['refused, then the scope was taken away', ['oauth'], refused(now, granted), 'notGranted', false],
  ['allowed again', granted, { name: 'Deal splits', isSwitchedOff: false, refusal: null }, 'on', true],
])('%s', (_name, scopes, stored, state, isUsed) => {
  const needed = ['crm.dealsplits.read_write'];
  expect(decideFeature({ scopes: needed, granted: scopes, isOptIn: false, stored, now })).toEqual({
    state,
    isUsed,
  });
});

it.each([
  ['nobody said anything, though it is granted', granted, null, 'off', false],
  [
    'switched on and not granted yet',
    ['oauth'],
    { isSwitchedOff: false, refusal: null },
    'notGranted',
    false,
  ],
  ['switched on and granted', granted, { isSwitchedOff: false, refusal: null }, 'on', true],
  ['switched on, granted, and off again', granted, { isSwitchedOff: true, refusal: null }, 'off', false],
])('a feature that ops have to switch on: %s', (_name, scopes, stored, state, isUsed) => {
  const facts = { scopes: ['crm.dealsplits.read_write'], granted: scopes, isOptIn: true, now };
  const said = stored && { name: 'Deal splits', ...stored };
  expect(decideFeature({ ...facts, stored: said })).toEqual({ state, isUsed });
});

test('ops are told how it stands and what to do, with the words of HubSpot', () => {
  const say = (state: Parameters<typeof describeFeature>[0], isRequired = false) =>
    describeFeature(state, refused(now, granted), { isRequired });
  expect(say('refused')).toBe(
    'HubSpot refuses it: Not in your subscription. Check what your HubSpot subscription has. Sideline asks again once a day; the rest works without.',
  );
  expect(say('off')).toContain('Switch it on');
  expect(say('notGranted')).toContain('grant it');
  expect(say('on')).toBe('Works.');
  expect(say('on', true)).toBe('Comes with connecting Sideline.');
});

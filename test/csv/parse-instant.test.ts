import { parseDay, parseInstant } from '../../src/csv/parse-instant.ts';

test.each([
  ['2026-12-31', 'Europe/Berlin', '2026-12-30T23:00:00.000Z'],
  ['2026-06-30', 'Europe/Berlin', '2026-06-29T22:00:00.000Z'],
  ['2026-12-31 14:30', 'Europe/Berlin', '2026-12-31T13:30:00.000Z'],
  ['2026-12-31 4:05', 'America/New_York', '2026-12-31T09:05:00.000Z'],
  ['2026-12-31T14:30:15', 'UTC', '2026-12-31T14:30:15.000Z'],
  ['2026-12-31T14:30:15.250Z', 'Europe/Berlin', '2026-12-31T14:30:15.250Z'],
  ['2026-12-31T14:30:00+02:00', 'Europe/Berlin', '2026-12-31T12:30:00.000Z'],
  ['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
  // The hour that the clocks skip in spring is read as the hour after it.
  ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
])('%s in %s is %s', (text, timeZone, instant) => {
  expect(parseInstant(text, timeZone)).toEqual({ ok: true, value: new Date(instant) });
});

test.each([
  '31/12/2026',
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  'tomorrow',
  '2026-12-31 25:00',
  '2026-12-31 12:60',
  '45000',
])('%j is no instant', (text) => {
  expect(parseInstant(text, 'UTC')).toEqual({
    ok: false,
    failure: expect.stringContaining('write it as 2026-12-31'),
  });
});

test('nothing is no instant either', () => {
  expect(parseInstant('', 'UTC')).toEqual({
    ok: false,
    failure: expect.stringMatching(/^is empty; write a date/),
  });
});

test('a day has no time', () => {
  expect(parseDay('2026-12-31')).toEqual({ ok: true, value: '2026-12-31' });
  expect(parseDay('2026-12-31 14:30').ok).toBe(false);
  expect(parseDay('2027-02-29').ok).toBe(false);
});

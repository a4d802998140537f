import { describeError, withoutValues } from '../../src/commands/describe-error.ts';

test.each([
  [
    'Property values were not valid: "ana@example.com" was not a number',
    'Property values were not valid: [quoted] was not a number',
  ],
  ['Key (email)=(ana@example.com) already exists.', 'Key [key] already exists.'],
  ['ana.ruiz@example.com wrote', '[address] wrote'],
  ['the amount 24,000.50 is too much', 'the amount [number] is too much'],
  ['Bearer CLPtoken0123456789abcdefghijklmnop', 'Bearer [code]'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED [number]:[number]'],
  ["the sandbox couldn't start", "the sandbox couldn't start"],
  ['writing back: unavailable HubSpot is down', 'writing back: unavailable HubSpot is down'],
])('%s', (said, kept) => {
  expect(withoutValues(said)).toBe(kept);
});

test('of an error type, code, places and cause are kept, nothing that hangs on it', () => {
  const cause = Object.assign(new Error('row of Ana is "there"'), {
    detail: 'Key (name)=(Ana)',
    code: '23505',
  });
  const described = describeError(new Error('saving failed', { cause }));
  expect(described).toMatchObject({
    type: 'Error',
    message: 'saving failed',
    cause: { code: '23505', message: 'row of Ana is [quoted]' },
  });
  expect(described.stack[0]).toMatch(/^\s+at /);
  expect(JSON.stringify(described)).not.toContain('detail');
});

test('what was thrown without being an error is named by its kind', () => {
  expect(describeError('ana@example.com')).toEqual({ type: 'string', message: '', stack: [] });
});

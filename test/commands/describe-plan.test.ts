import { describePlan } from '../../src/commands/describe-plan.ts';

const patch = (recordId: string, properties: Record<string, string>) => ({
  recordId,
  properties,
  news: null,
});

test('an empty plan says so', () => {
  expect(describePlan('Acme', { patches: [], unchanged: ['1', '2'] })).toBe(
    'Acme: nothing to write; 2 deals up to date.',
  );
});

test('a plan counts deals, properties and calls, and shows a few deals in full', () => {
  const patches = Array.from({ length: 101 }, (_, index) =>
    patch(String(index), { sideline_gap: '1', ...(index === 0 && { sideline_quota: '2' }) }),
  );
  const lines = describePlan('Acme', { patches, unchanged: ['x'] }).split('\n');
  expect(lines[0]).toBe('Acme: 101 deals, 2 properties, 2 calls; 1 deal up to date.');
  expect(lines[1]).toMatch(/sideline_gap +101 deals/);
  expect(lines[2]).toMatch(/sideline_quota +1 deal$/);
  expect(lines.slice(3)).toHaveLength(3);
  expect(lines[3]).toContain('deal 0: {"sideline_gap":"1","sideline_quota":"2"}');
});

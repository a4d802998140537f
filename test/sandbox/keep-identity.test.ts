import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepIdentity } from '../../src/sandbox/keep-identity.ts';

test('the credentials and the clock are made once and then kept', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'identity-')), 'portal.json');
  const made = keepIdentity(path, { startingAt: null });
  expect(made.clockOffset).toBe(0);
  expect(keepIdentity(path, { startingAt: new Date('2017-10-15T09:00:00Z') })).toEqual(made);
});

test('a given day sets the clock back by as much as it lies behind', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'identity-')), 'portal.json');
  const before = Date.now();
  const { clockOffset } = keepIdentity(path, { startingAt: new Date('2017-10-15T09:00:00Z') });
  const shown = new Date(before + clockOffset);
  expect(shown.getTime()).toBeLessThanOrEqual(Date.parse('2017-10-15T09:00:00Z'));
  expect(shown.toISOString()).toMatch(/^2017-10-15T0[89]/);
});

import { randomBytes } from 'node:crypto';
import { createSealer } from '../../src/install/seal.ts';

const older = { id: 'k1', key: randomBytes(32) };
const newer = { id: 'k2', key: randomBytes(32) };

test('what is sealed opens again, for the same purpose only', () => {
  const sealer = createSealer([older]);
  const sealed = sealer.seal('refresh-token', 'portal:1:refresh');
  expect(sealed).not.toContain('refresh-token');
  expect(sealer.open(sealed, 'portal:1:refresh')).toBe('refresh-token');
  expect(() => sealer.open(sealed, 'portal:2:refresh')).toThrow();
});

test('a flipped byte is refused', () => {
  const sealer = createSealer([older]);
  const sealed = sealer.seal('secret', 'p');
  const [id, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  bytes[14] = (bytes[14] ?? 0) ^ 1;
  expect(() => sealer.open(`${String(id)}.${bytes.toString('base64url')}`, 'p')).toThrow();
});

test('while keys rotate the old one still opens, and the new one seals', () => {
  const before = createSealer([older]).seal('secret', 'p');
  const rotating = createSealer([newer, older]);
  expect(rotating.open(before, 'p')).toBe('secret');
  expect(rotating.seal('secret', 'p')).toMatch(/^k2\./);
  expect(() => createSealer([newer]).open(before, 'p')).toThrow('k1');
});

test('keys that cannot be told apart are refused', () => {
  expect(() => createSealer([])).toThrow('at least one');
  expect(() => createSealer([newer, { ...older, id: 'k2' }])).toThrow('same name');
  expect(() => createSealer([{ ...older, id: 'k.1' }])).toThrow('dot');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../src/manifest/index.ts';
import { manifest } from './our-manifest.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideline-manifest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function readChanged(changes: Record<string, unknown>) {
  const path = join(folder, 'app.json');
  writeFileSync(path, JSON.stringify({ ...manifest, ...changes }));
  return readManifest(path);
}

it('reads what was written', () => {
  expect(readChanged({})).toEqual(manifest);
});

it.each([
  ['a key that nobody reads', { logo: 'logo.png' }, 'logo'],
  ['a uid that HubSpot refuses', { uid: 'side line' }, 'uid'],
  ['a redirect to another host', { redirectPath: 'https://x.example/callback' }, 'redirectPath'],
  [
    'a support page without TLS',
    { support: { ...manifest.support, supportUrl: 'http://x.example' } },
    'supportUrl',
  ],
  ['a private app', { distribution: 'private' }, 'distribution'],
  [
    'too few webhooks at once',
    { webhooks: { ...manifest.webhooks, maxConcurrentRequests: 5 } },
    'maxConcurrentRequests',
  ],
  [
    'an own property among those read',
    {
      webhooks: {
        ...manifest.webhooks,
        subscriptions: [{ objectType: 'deal', events: [], properties: ['sideline_gap'] }],
      },
    },
    'properties',
  ],
  [
    'a scope that no call needs',
    { scopes: { ...manifest.scopes, optional: [scopeWith({ usedBy: [] })] } },
    'usedBy',
  ],
  [
    'a scope without a feature',
    { scopes: { ...manifest.scopes, optional: [scopeWith({ feature: '' })] } },
    'feature',
  ],
  [
    'a scope without a reason',
    { scopes: { ...manifest.scopes, optional: [scopeWith({ reason: 'todo' })] } },
    'reason',
  ],
])('refuses %s and names it', (_name, changes, place) => {
  expect(() => readChanged(changes)).toThrow(place);
});

function scopeWith(changes: Record<string, unknown>) {
  return { ...manifest.scopes.optional[0], ...changes };
}

it('names all faults at once', () => {
  const read = () => readChanged({ name: '', distribution: 'private' });
  expect(read).toThrow('name');
  expect(read).toThrow('distribution');
});

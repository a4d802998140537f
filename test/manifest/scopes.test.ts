import * as door from '../../src/hubspot/index.ts';
import { manifest } from './our-manifest.ts';

const { required, optional } = manifest.scopes;
const all = [...required, ...optional];

it('an install asks for reading only', () => {
  expect(required.map((scope) => scope.name)).toEqual([
    'oauth',
    'crm.objects.deals.read',
    'crm.objects.owners.read',
  ]);
});

it('no scope is asked for twice', () => {
  expect(new Set(all.map((scope) => scope.name)).size).toBe(all.length);
});

it.each(all)('$name serves "$feature", by calls that exist', ({ usedBy }) => {
  for (const name of usedBy)
    expect([name, typeof (door as Record<string, unknown>)[name]]).toEqual([name, 'function']);
});

it('what writing properties takes is among the optional scopes', () => {
  expect(optional.map((scope) => scope.name)).toEqual(
    expect.arrayContaining(manifest.properties.neededScopes),
  );
});

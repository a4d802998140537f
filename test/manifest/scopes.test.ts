import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as door from '../../src/hubspot/index.ts';
import { manifest } from './our-manifest.ts';

const root = join(import.meta.dirname, '../..');
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

/** Everything that the service does outside the door to HubSpot, as text. */
const callers = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !path.startsWith('src/hubspot/') && !path.startsWith('src/sandbox/'))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

it.each(all)(
  '$name serves "$feature", by calls that are made or cards that stand there',
  ({ name: scope, usedBy }) => {
    for (const name of usedBy) {
      const card = manifest.cards.find(({ uid }) => uid === name);
      if (card) {
        expect(card.objectTypes.map((type) => `crm.objects.${type}.read`)).toContain(scope);
        continue;
      }
      expect([name, typeof (door as Record<string, unknown>)[name]]).toEqual([name, 'function']);
      expect(callers).toMatch(new RegExp(`\\b${name}\\(`));
    }
  },
);

it('what writing properties takes is among the optional scopes', () => {
  expect(optional.map((scope) => scope.name)).toEqual(
    expect.arrayContaining(manifest.properties.neededScopes),
  );
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { manifest } from './our-manifest.ts';

/** HubSpot's minimums for a listing and for app cards, as published in November 2026. */
const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const https = z.url({ protocol: /^https$/ }).max(250);

const listing = z
  .strictObject({
    name: z.string(),
    tagline: z.string().min(1),
    overview: z.string(),
    categories: z.array(z.string()),
    features: z.array(z.strictObject({ name: z.string(), scopes: z.array(z.string()).min(1) })),
    addresses: z.record(z.string(), https),
    screenshots: z.array(z.strictObject({ file: z.string(), alt: z.string() })),
  })
  .parse(JSON.parse(read('docs/listing/listing.json')));

const { required, optional } = manifest.scopes;
const scopes = [...required, ...optional].map((scope) => scope.name);

/** The rows of a table in Markdown, each as its cells. */
const tableOf = (path: string): string[][] =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
    .slice(1)
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
const code = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('what a listing needs', () => {
  test('one app for the marketplace, by OAuth alone, on a supported platform', () => {
    expect(manifest.distribution).toBe('marketplace');
    expect(globSync('extensions/src/app/*-hsmeta.json', { cwd: root })).toHaveLength(1);
    const app = JSON.parse(read('extensions/src/app/app-hsmeta.json')) as {
      config: { auth: { type: string } };
    };
    expect(app.config.auth.type).toBe('oauth');
    expect(['2026.03', '2026.09']).toContain(
      (JSON.parse(read('hsproject.json')) as { platformVersion: string }).platformVersion,
    );
  });

  test('no component is of a kind that HubSpot has ended', () => {
    const types = globSync('extensions/src/app/**/*-hsmeta.json', {
      cwd: root,
      exclude: ['**/node_modules/**'],
    }).map((path) => (JSON.parse(read(path)) as { type: string }).type);
    expect(types.length).toBeGreaterThan(3);
    expect(types.filter((type) => /crm-card|legacy/.test(type))).toEqual([]);
  });

  test('every permission is explained in the words of the manifest, and no other is', () => {
    const rows = tableOf('docs/listing/scopes.md').map(([name = '', asked, feature, why]) => [
      ...code(name),
      asked,
      feature,
      why,
    ]);
    expect(rows).toEqual([
      ...required.map(({ name, feature, reason }) => [name, 'at the install', feature, reason]),
      ...optional.map(({ name, feature, reason }) => [name, 'when switched on', feature, reason]),
    ]);
  });

  test('the shared-data table names every permission; what is read and written says both ways', () => {
    const rows = tableOf('docs/listing/shared-data.md').map(
      ([data = '', direction = '', permissions = '']) => ({
        data,
        direction,
        scopes: code(permissions),
      }),
    );
    expect(rows.flatMap((row) => row.scopes).sort()).toEqual([...scopes].sort());
    for (const row of rows) {
      const reads = row.scopes.some((name) => name.endsWith('.read'));
      const writes = row.scopes.some((name) => name.endsWith('.write'));
      expect([row.data, row.direction === 'both ways']).toEqual([row.data, reads && writes]);
    }
  });

  test('every permission belongs to a feature, and every feature names its own', () => {
    expect(listing.features.flatMap((feature) => feature.scopes).sort()).toEqual([...scopes].sort());
  });

  test('name, overview, categories and addresses keep to the rules', () => {
    expect(listing.name).toBe(manifest.name);
    expect(listing.name).not.toMatch(/hub/i);
    expect(listing.overview.length).toBeGreaterThanOrEqual(160);
    expect(listing.categories.length).toBeLessThanOrEqual(2);
    const addresses = Object.values(listing.addresses);
    expect(addresses.length).toBeGreaterThanOrEqual(5);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('the icon is 800 by 800 and holds no text', () => {
    const png = readFileSync(join(root, 'docs/listing/icon.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 800]);
    expect(read('docs/listing/icon.svg')).not.toContain('<text');
  });

  test('one to eight screenshots, each there and with words for who cannot see it', () => {
    expect(listing.screenshots.length).toBeGreaterThan(0);
    expect(listing.screenshots.length).toBeLessThanOrEqual(8);
    for (const { file, alt } of listing.screenshots) {
      expect(readFileSync(join(root, file)).length).toBeGreaterThan(10_000);
      expect(alt.length).toBeGreaterThan(30);
    }
  });

  test('the set-up guide shows where each card goes', () => {
    const guide = read('docs/listing/set-up.md');
    for (const { name } of manifest.cards) expect(guide).toContain(`**${name}**`);
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(guide) ?? [];
    expect(readFileSync(join(root, 'docs/listing', picture)).length).toBeGreaterThan(10_000);
  });

  test('links between the pages of the listing lead somewhere', () => {
    const pages = globSync('docs/listing/*.md', { cwd: root });
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^):]+)\)/g)].map(([, target = '']) => join('docs/listing', target)),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(readFileSync(join(root, link)).length).toBeGreaterThan(0);
  });
});

describe('what app cards need', () => {
  const sources = globSync('extensions/src/app/**/*.tsx', { cwd: root, exclude: ['**/node_modules/**'] }).map(
    (path) => ({ path, text: read(path) }),
  );

  test('no permission for sensitive data', () => {
    expect(scopes.filter((name) => name.includes('sensitive'))).toEqual([]);
  });

  test('titles that carry the name, and the read permission of every object a card stands on', () => {
    expect(manifest.cards.length).toBeGreaterThan(0);
    for (const { name, objectTypes } of manifest.cards) {
      expect(name).toMatch(/^Sideline /);
      for (const type of objectTypes) expect(scopes).toContain(`crm.objects.${type}.read`);
    }
  });

  test('requests go to our own origin alone', () => {
    const app = JSON.parse(read('extensions/src/app/app-hsmeta.json')) as {
      config: { permittedUrls: Record<string, string[]> };
    };
    expect(app.config.permittedUrls).toEqual({ fetch: [manifest.apiOrigin], iframe: [], img: [] });
  });

  test('no file shows two primary buttons, or a destructive one beside a primary one', () => {
    expect(sources.length).toBeGreaterThan(5);
    const wrong = sources.filter(({ text }) => {
      const primary = text.match(/variant="primary"/g)?.length ?? 0;
      return primary > 1 || (primary === 1 && text.includes('variant="destructive"'));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

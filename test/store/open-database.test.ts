import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

test('both engines answer with the same types', async () => {
  const store = await openTestStore();
  try {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740991::bigint as big, count(*) as counted, '2026-11-24T10:42:00Z'::timestamptz as at,
      '{"a":[1]}'::jsonb as json from portal`.execute(store.db);
    expect(rows).toEqual([
      { big: 9007199254740991, counted: 0, at: new Date('2026-11-24T10:42:00Z'), json: { a: [1] } },
    ]);
    await expect(sql`select 9007199254740993::bigint as big`.execute(store.db)).rejects.toThrow(
      'exact integers',
    );
  } finally {
    await store.close();
  }
});

describe('the embedded directory', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sideline-lock-'));
  const location = { kind: 'embedded', directory: join(directory, 'store') } as const;
  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  test('refuses a second opener, and takes over from a dead one', async () => {
    const first = await openDatabase(location);
    await expect(openDatabase(location)).rejects.toThrow('is in use by process');
    await first.close();
    writeFileSync(`${location.directory}.lock`, '4194304');
    const next = await openDatabase(location);
    await next.close();
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openStorage } from '../../../../src/sandbox/portal/state/open-storage.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'storage-')), 'portal.sqlite');

test('whatever is put and removed, opening again finds the same', () => {
  const steps = fc.array(
    fc.record({ id: fc.integer({ min: 1, max: 20 }).map(String), value: fc.option(fc.jsonValue()) }),
  );
  fc.assert(
    fc.property(steps, (taken) => {
      const file = newFile();
      const storage = openStorage(file);
      const shelf = storage.shelf<unknown>('thing');
      for (const { id, value } of taken) {
        if (value === null) shelf.remove(id);
        else shelf.put(id, value);
      }
      const expected = JSON.stringify(shelf.entries().toSorted(([a], [b]) => Number(a) - Number(b)));
      storage.close();
      const again = openStorage(file);
      expect(JSON.stringify(again.shelf('thing').entries())).toBe(expected);
      again.close();
    }),
    { numRuns: 25 },
  );
});

test('shelves of different kinds do not mix', () => {
  const storage = openStorage(null);
  storage.shelf('a').put('1', 'x');
  expect(storage.shelf('b').get('1')).toBeUndefined();
  expect(storage.shelf('a').get('1')).toBe('x');
  storage.close();
});

test('a second process on the same file is refused with a clear sentence', () => {
  const file = newFile();
  const storage = openStorage(file);
  expect(() => openStorage(file)).toThrow('is in use');
  storage.close();
  openStorage(file).close();
});

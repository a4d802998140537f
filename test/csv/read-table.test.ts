import fc from 'fast-check';
import { readTable } from '../../src/csv/read-table.ts';

/** Lines and cells of a readable text, with null for rows that cannot be told apart into cells. */
function read(text: string): [number, Readonly<Record<string, string>> | null][] {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.failure);
  return table.value.rows.map(({ line, cells }) => [line, cells.ok ? cells.value : null]);
}

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['semicolons', 'a;b\n1;2'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['a byte order mark and CRLF', '\uFEFFa,b\r\n1,2\r\n'],
  ['old line ends', 'a,b\r1,2\r'],
  ['blanks around cells', ' a , b \n 1 , 2 \n'],
  ['blank lines and empty rows at the end', 'a,b\n1,2\n\n,\n  \n'],
])('%s', (_name, text) => {
  expect(read(text)).toEqual([[2, { a: '1', b: '2' }]]);
});

test('quotes hold delimiters, line ends and quotes, and lines are those of the file', () => {
  expect(read('a,b\r\n\r\n"x, y","say ""hi""\r\nthere"\r\n\r\n3,4')).toEqual([
    [3, { a: 'x, y', b: 'say "hi"\nthere' }],
    [6, { a: '3', b: '4' }],
  ]);
});

test('a quote inside a field stands for itself', () => {
  expect(read('a,b\n5" pipe,2\n')).toEqual([[2, { a: '5" pipe', b: '2' }]]);
});

test.each([
  [
    'at the end',
    'a,b\n1,2\n"x,3\n4,5\n6,7\n',
    [
      [2, { a: '1', b: '2' }],
      [3, null],
      [4, { a: '4', b: '5' }],
      [5, { a: '6', b: '7' }],
    ],
  ],
  [
    'before another quote',
    'a,b\n1,"x\n2,"y"\n3,4\n',
    [
      [2, null],
      [3, { a: '2', b: 'y' }],
      [4, { a: '3', b: '4' }],
    ],
  ],
])('a quote that is never closed, %s, costs its own row only', (_name, text, rows) => {
  expect(read(text)).toEqual(rows);
});

test('a row with too many or too few fields is told, not shifted', () => {
  expect(read('a,b\n1\n1,2,3\n')).toEqual([
    [2, null],
    [3, null],
  ]);
});

test.each([
  ['', 'empty'],
  ['\n\n', 'empty'],
  ['Amount,amount\n1,2', 'Two columns are called "amount"'],
])('%j cannot be read', (text, reason) => {
  expect(readTable(text)).toEqual({ ok: false, failure: expect.stringContaining(reason) });
});

test('whatever is written with its quotes doubled is read back', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'ü', '\t') })
    .map((text) => text.trim());
  const row = fc.tuple(cell, cell).filter(([first, second]) => first !== '' || second !== '');
  fc.assert(
    fc.property(
      fc.array(row),
      fc.constantFrom(',', ';'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, lineEnd) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = [`a${delimiter}b`, ...rows.map((cells) => cells.map(quote).join(delimiter))].join(
          lineEnd,
        );
        expect(read(text).map(([, cells]) => cells)).toEqual(rows.map(([a, b]) => ({ a, b })));
      },
    ),
  );
});

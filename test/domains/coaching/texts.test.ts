import fc from 'fast-check';
import type { NoteContent } from '../../../src/contract/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { inputOf, knock } from '../../access/knock.ts';
import { people } from '../../support/small-company.ts';
import { startService, type TestService } from '../../support/start-service.ts';

const MOST = 65_536;
const record = { recordType: 'deal', recordId: '7001' } as const;
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.connect();
  const rest = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(service.sideline.database.db, service.portalId).savePeople([
    { ownerId: people.ana.ownerId, managerId: people.maria.ownerId, ...rest },
  ]);
}, 120_000);
afterAll(() => service.stop(), 60_000);

interface Answer {
  readonly status: number;
  readonly body: {
    noteId: string;
    version: number;
    error?: { code: string; message: string; field?: string };
  };
}
async function post(userId: number, path: string, input: object): Promise<Answer> {
  const { status, text } = await knock(service, {
    ...inputOf({ method: 'POST', path }, input),
    asker: { userId },
  });
  return { status, body: JSON.parse(text) as Answer['body'] };
}
const save = (text: NoteContent['text'], state = 'private', promises: object[] = []) =>
  post(people.maria.userId, '/cards/coaching/note', {
    ...{ ...record, ownerId: people.ana.ownerId, noteId: null, version: 0, state },
    content: { topic: 'deal', text, promises },
  });
async function read(noteId: string, userId: number = people.maria.userId) {
  const { text } = await knock(service, {
    ...inputOf({ method: 'GET', path: '/cards/coaching' }, record),
    asker: { userId },
  });
  const { notes } = JSON.parse(text) as {
    notes: { id: string; passages: { label: string; text: string }[]; addenda: { text: string }[] }[];
  };
  return notes.find(({ id }) => id === noteId);
}
const free = (text: string): NoteContent['text'] => ({ form: 'free', text });

test.each([
  ['markup', '<script>alert(1)</script> <b onmouseover="x()">bold</b> &amp; <!-- gone -->'],
  ['right to left, with marks', '‏שלום לאנה — التدريب يوم الخميس ‮reversed‬ ‎end'],
  ['emoji, joined, toned and flagged', '👩🏽‍💻 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪 ❤️‍🔥'],
  ['combining marks, not put together', 'Zoe\u0308 and Zo\u00eb and \ufb01'],
  ['control characters', 'tab\tline\r\nbreak\u0007bell\u200bzero\ufeffwidth'],
  ['formulas, templates and SQL', `=1+1 {{x}} \${y} %s %00 '; drop table coaching_note; --`],
])('%s is kept and given back to the letter', async (_what, text) => {
  const { status, body } = await save(free(text), 'shared', [{ text, doer: 'rep', dueOn: '2026-12-01' }]);
  expect([status, body.error]).toEqual([200, undefined]);
  expect((await read(body.noteId))?.passages).toEqual([{ label: 'Note', text }]);
  await post(people.ana.userId, '/cards/coaching/note/addendum', { noteId: body.noteId, text });
  expect((await read(body.noteId, people.ana.userId))?.addenda).toMatchObject([{ text }]);
});

test('whatever is well formed comes back to the letter', async () => {
  const texts = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 300 })
    .filter((text) => text.isWellFormed() && !text.includes('\0') && text.trim() !== '');
  for (const text of fc.sample(texts, { numRuns: 60, seed: 20_261_130 })) {
    const { status, body } = await save(free(text));
    expect([text, status]).toEqual([text, 200]);
    expect((await read(body.noteId))?.passages).toEqual([{ label: 'Note', text }]);
  }
});

test.each([
  ['letters', 'x'.repeat(MOST)],
  ['right to left', 'ש'.repeat(MOST)],
  ['emoji', '💡'.repeat(MOST)],
])(
  '65,536 characters of %s in each passage are kept, and one more is refused with field and fix',
  async (_what, text) => {
    // A request is at most a megabyte: of emoji, four bytes each, one passage alone may be as long.
    const other = text.startsWith('💡') ? 'short' : text;
    const grow = { form: 'grow' as const, goal: other, reality: text, options: other, will: other };
    const { status, body } = await save(grow);
    expect([status, body.error]).toEqual([200, undefined]);
    const found = await read(body.noteId);
    expect(
      found?.passages.map(({ label, text: kept }) => [label, kept === (label === 'Reality' ? text : other)]),
    ).toEqual(['Goal', 'Reality', 'Options', 'Will'].map((label) => [label, true]));
    const refused = await save({ ...grow, reality: `${text}x` });
    expect(refused).toEqual({
      status: 400,
      body: {
        error: {
          code: 'bad_request',
          field: 'content.text.reality',
          message:
            'content.text.reality: longer than 65,536 characters. Shorten it, or divide it into two notes.',
        },
      },
    });
  },
);

test.each([
  ['the first half of a pair', '\ud83d'],
  ['the second half of a pair', '\ude00'],
  ['a pair the wrong way round', '\ude00\ud83d'],
  ['NUL', 'a\0b'],
])('%s is refused with its field, wherever it stands, and nothing is kept', async (_what, broken) => {
  const count = async () =>
    (await service.sideline.database.db.selectFrom('coaching_note').select('id').execute()).length;
  const before = await count();
  const error = (field: string) => ({
    status: 400,
    body: { error: { code: 'bad_request', field, message: expect.stringMatching(/no text.*Take out/) } },
  });
  expect(await save(free(`fine ${broken}`))).toEqual(error('content.text.text'));
  const grow = { form: 'grow' as const, goal: '', reality: '', options: broken, will: '' };
  expect(await save(grow)).toEqual(error('content.text.options'));
  const promise = { text: broken, doer: 'rep', dueOn: '2026-12-01' };
  expect(await save(free('fine'), 'shared', [promise])).toEqual(error('content.promises.0.text'));
  const line = await post(people.ana.userId, '/cards/coaching/line', { ...record, text: broken });
  expect(line).toEqual(error('text'));
  expect(await count()).toBe(before);
});

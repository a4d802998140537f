import { hideNews } from '../../../../src/domains/coaching/notes/hide-news.ts';
import type { Reports } from '../../../../src/domains/quota/index.ts';
import type { Note } from '../../../../src/domains/coaching/notes/types.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const note: Note = {
  id: '1',
  authorId: 'maria',
  repId: 'ana',
  record: { type: 'deal', id: '7001' },
  state: 'shared',
  version: 1,
  content: { topic: 'deal', text: { form: 'free', text: 'Ask Jo' }, promises: [] },
  createdAt: day(10),
  editedAt: day(10),
  sharedAt: day(10),
  acknowledgement: 'agreed',
  handedAt: null,
  acknowledgedAt: day(12),
  selfScoring: null,
};
const addenda = [
  { noteId: '1', authorId: 'ana', text: 'early', at: day(11) },
  { noteId: '1', authorId: 'ana', text: 'late', at: day(14) },
  { noteId: '1', authorId: 'maria', text: 'own', at: day(15) },
];
const reports = (entries: Record<string, [string | null, number]>): Reports =>
  new Map(Object.entries(entries).map(([id, [managerId, since]]) => [id, { managerId, since: day(since) }]));

test.each<[string, Reports, string | null, string[]]>([
  [
    'whoever manages still sees everything',
    reports({ ana: ['maria', 1] }),
    'agreed',
    ['early', 'late', 'own'],
  ],
  [
    'so does the manager of the manager',
    reports({ ana: ['lea', 1], lea: ['maria', 1] }),
    'agreed',
    ['early', 'late', 'own'],
  ],
  ['who ceased after the answer keeps the answer', reports({ ana: ['zoe', 13] }), 'agreed', ['early', 'own']],
  ['who ceased before it does not learn of it', reports({ ana: ['zoe', 11] }), null, ['early', 'own']],
  [
    'so too where a manager between moved away',
    reports({ ana: ['lea', 1], lea: ['zoe', 11] }),
    null,
    ['early', 'own'],
  ],
  [
    'of several changes the earliest counts',
    reports({ ana: ['zoe', 13], zoe: ['top', 11] }),
    null,
    ['early', 'own'],
  ],
  ['a hierarchy that says nothing shows nothing new', reports({}), null, ['own']],
])('%s', (_what, hierarchy, acknowledgement, texts) => {
  const seen = hideNews(note, addenda, 'maria', hierarchy);
  expect(seen.note.acknowledgement).toBe(acknowledgement);
  expect(seen.addenda.map(({ text }) => text)).toEqual(texts);
  // The rep sees all of it whoever manages them.
  expect(hideNews(note, addenda, 'ana', hierarchy)).toEqual({ note, addenda });
});

test('what the rep said of themselves after the manager left them is not shown to that manager', () => {
  const selfScoring = { levels: [{ skillId: 'discovery', level: 3 }], at: day(14) };
  const scored = { ...note, selfScoring };
  const moved = reports({ ana: ['ben', 13] });
  expect(hideNews(scored, [], 'maria', moved).note.selfScoring).toBeNull();
  expect(hideNews(scored, [], 'ana', moved).note.selfScoring).toEqual(selfScoring);
  expect(hideNews(scored, [], 'maria', reports({ ana: ['ben', 15] })).note.selfScoring).toEqual(selfScoring);
});

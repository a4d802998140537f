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
/** Maria managed Ana until the first of these days, and others after her until the next ones. */
const movedOn = (...days: readonly number[]): Reports => {
  const former = days.map((until, index) => ({
    managerId: index === 0 ? 'maria' : 'zoe',
    until: day(until),
  }));
  const managerId = days.length === 0 ? 'maria' : 'ben';
  return new Map([['ana', { managerId, since: day(days.at(-1) ?? 1), former }]]);
};

test.each<[string, Reports, string | null, string[]]>([
  ['whoever manages still sees everything', movedOn(), 'agreed', ['early', 'late', 'own']],
  ['who ceased after the answer keeps the answer', movedOn(13), 'agreed', ['early', 'own']],
  ['who ceased before it does not learn of it', movedOn(11), null, ['early', 'own']],
  ['nor once the rep has moved on from the next manager too', movedOn(11, 13), null, ['early', 'own']],
  ['a hierarchy that says nothing shows nothing new', new Map(), null, ['own']],
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
  const moved = movedOn(13);
  expect(hideNews(scored, [], 'maria', moved).note.selfScoring).toBeNull();
  expect(hideNews(scored, [], 'ana', moved).note.selfScoring).toEqual(selfScoring);
  expect(hideNews(scored, [], 'maria', movedOn(15)).note.selfScoring).toEqual(selfScoring);
});

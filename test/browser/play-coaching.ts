import {
  acknowledgeRequest,
  addLineRequest,
  addendumRequest,
  coachingCardRequest,
  saveDraftRequest,
  saveNoteRequest,
  tickActionRequest,
  type CoachingCardView,
  type SaveDraftRequest,
  type SaveNoteRequest,
} from '../../src/contract/index.ts';
import type { CardFetch, CardFetchAnswer } from '../../src/sandbox/page/portal-types.ts';
import { exampleLine } from '../extensions/coaching/example-views.ts';
import { writtenPassages } from '../../extensions/src/app/cards/coaching/writing/note-content.ts';

/** A service behind the coaching card that keeps one card in memory: versions and conflicts as the contract says. */
export function playCoaching(first: CoachingCardView) {
  const calls: { path: string; body: Record<string, unknown> }[] = [];
  const state = { view: first, isAway: false };
  let saves = 0;

  function save(asked: SaveNoteRequest): CardFetchAnswer {
    const { draft } = state.view;
    if (draft === null ? asked.version !== 0 : asked.version !== draft.version)
      return refuse('conflict', 'This note was changed meanwhile.');
    if (JSON.stringify(asked.content).includes('4111 1111'))
      return refuse('bad_request', 'Take the card number out.', 'content.text.goal');
    const version = (draft?.version ?? 0) + 1;
    const savedLabel = `Saved 24 Nov, 10:4${version}`;
    if (asked.state === 'draft') {
      state.view = { ...state.view, draft: { id: '61', version, content: asked.content, savedLabel } };
    } else {
      const note = {
        ...state.view.notes[0]!,
        id: '61',
        version,
        dateLabel: '24 Nov 2026',
        state: asked.state,
        summary: `Deal coaching · ${asked.state}`,
        acknowledgement: null,
        passages: writtenPassages(asked.content.text),
      };
      const promised = asked.content.promises.filter(({ text }) => text.trim() !== '');
      const actions = promised.map(({ text, doer, dueOn }, index) => ({
        id: String(90 + index),
        text,
        who: doer === 'rep' ? 'Ana Ruiz' : 'You',
        due: `due ${dueOn}`,
        isOverdue: false,
        isDone: false,
        mayTick: doer === 'author',
      }));
      state.view = {
        ...state.view,
        draft: null,
        notes: [note, ...state.view.notes],
        actions: [...state.view.actions, ...actions],
      };
    }
    const warnings = JSON.stringify(asked.content).includes('ill') ? ['This speaks of health.'] : [];
    return { status: 200, body: { noteId: '61', version, state: asked.state, savedLabel, warnings } };
  }

  /** Keeps what is begun in one place, in versions that never come twice. */
  function begin({ place, version, text }: SaveDraftRequest): CardFetchAnswer {
    const { line, addenda, edits } = state.view.drafts;
    const others = addenda.filter(({ noteId }) => place.kind === 'line' || noteId !== place.noteId);
    const before = place.kind === 'line' ? line : addenda.find(({ noteId }) => noteId === place.noteId);
    if (version !== (before?.version ?? 0)) return refuse('conflict', 'This was changed meanwhile.');
    saves += 1;
    const saved = { version: text === '' ? 0 : saves, savedLabel: `Saved 24 Nov, 10:5${saves}` };
    const now = text === '' ? null : { ...saved, text };
    const drafts =
      place.kind === 'line'
        ? { line: now, addenda, edits }
        : { line, edits, addenda: [...others, ...(now === null ? [] : [{ noteId: place.noteId, ...now }])] };
    state.view = { ...state.view, drafts };
    return { status: 200, body: saved };
  }

  return {
    state,
    calls,
    answer({ url, method, body }: CardFetch): CardFetchAnswer {
      const { pathname, searchParams } = new URL(url);
      const { key, ...input } = (body ?? {}) as Record<string, unknown>;
      calls.push({ path: `${method} ${pathname}`, body: input });
      if (state.isAway) return { status: 502, body: 'Bad gateway' };
      if (method === 'GET') {
        coachingCardRequest.parse(Object.fromEntries(searchParams));
        return { status: 200, body: state.view };
      }
      if (typeof key !== 'string') throw new Error('a change without a key');
      switch (pathname) {
        case '/cards/coaching/note':
          return save(saveNoteRequest.parse(input));
        case '/cards/coaching/note/acknowledge': {
          const { noteId, answer } = acknowledgeRequest.parse(input);
          const notes = state.view.notes.map((note) =>
            note.id === noteId ? { ...note, acknowledgement: answer, mayAcknowledge: false } : note,
          );
          state.view = { ...state.view, notes };
          return { status: 200, body: { message: 'Thank you.' } };
        }
        case '/cards/coaching/draft':
          return begin(saveDraftRequest.parse(input));
        case '/cards/coaching/note/addendum': {
          const { noteId, text } = addendumRequest.parse(input);
          const added = { by: 'You', dateLabel: '24 Nov 2026', text };
          const notes = state.view.notes.map((note) =>
            note.id === noteId ? { ...note, addenda: [...note.addenda, added] } : note,
          );
          const addenda = state.view.drafts.addenda.filter((each) => each.noteId !== noteId);
          state.view = { ...state.view, notes, drafts: { ...state.view.drafts, addenda } };
          return { status: 200, body: { message: 'Added.' } };
        }
        case '/cards/coaching/line': {
          const { text } = addLineRequest.parse(input);
          const line = exampleLine({ id: '82', text, dateLabel: '24 Nov 2026' });
          const drafts = { ...state.view.drafts, line: null };
          state.view = { ...state.view, drafts, lines: [...state.view.lines, line] };
          return { status: 200, body: { message: 'It is on the agenda of your next 1:1.' } };
        }
        case '/cards/coaching/action/tick': {
          const { actionId, isDone } = tickActionRequest.parse(input);
          const actions = state.view.actions.map((action) =>
            action.id === actionId ? { ...action, isDone, isOverdue: false } : action,
          );
          state.view = { ...state.view, actions };
          return { status: 200, body: { message: 'Done.' } };
        }
        default:
          return refuse('not_found', 'There is nothing here.');
      }
    },
  };
}

function refuse(code: string, message: string, field?: string): CardFetchAnswer {
  return { status: 409, body: { error: { code, message, ...(field !== undefined && { field }) } } };
}

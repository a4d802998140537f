import type { NoteContent } from '../../contract/index.ts';
import type { Answer, FailureNotice } from '../../shared/ask-service.ts';
import {
  beginDraft,
  isUnsettled,
  type Draft,
  type DraftStart,
  type Save,
  type Saved,
  type Stored,
  type Wish,
} from './draft.ts';

export type DraftEvent<Content = NoteContent, Answered extends Saved = Saved> =
  /** The form was opened on a note: what is written here and not yet settled stays. */
  | { readonly type: 'opened'; readonly start: DraftStart<Content> }
  /** Each key; `isCommitted` when a field was left or a choice was made. */
  | {
      readonly type: 'typed';
      readonly content: Content;
      readonly isCommitted: boolean;
      readonly at: number;
    }
  /** The form was closed: what is written is saved now. */
  | { readonly type: 'left'; readonly at: number }
  | { readonly type: 'asked'; readonly wish: Wish; readonly at: number }
  /** The author wants it tried again now. */
  | { readonly type: 'insisted'; readonly at: number }
  | { readonly type: 'sending'; readonly save: Save<Content> }
  | { readonly type: 'answered'; readonly answer: Answer<Answered>; readonly at: number }
  /** After a clash; `theirs` is null where the other version cannot be written to any more. */
  | { readonly type: 'read'; readonly theirs: Stored<Content> | null }
  | { readonly type: 'unread' }
  | { readonly type: 'keptMine'; readonly at: number }
  | { readonly type: 'tookOther'; readonly at: number }
  /** The note is done, or gone: the next one begins. */
  | { readonly type: 'restarted'; readonly start: DraftStart<Content> };

/** A pause in typing after which it is saved, and how long somebody may type without one. */
const pauseMs = 1_000;
const longestMs = 5_000;
/** Tried again after 2, 4, 8 … seconds, from a minute on each minute, for about a quarter of an hour. */
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
const mostFailures = 20;

export function advanceDraft<Content = NoteContent, Answered extends Saved = Saved>(
  draft: Draft<Content, Answered>,
  event: DraftEvent<Content, Answered>,
): Draft<Content, Answered> {
  switch (event.type) {
    case 'opened':
      return isUnsettled(draft) ? draft : beginDraft(event.start);
    case 'typed':
      return type(draft, event);
    case 'left': {
      const dueAt = draft.changedAt !== null && draft.trouble === null ? event.at : draft.dueAt;
      return { ...draft, shown: draft.content, dueAt };
    }
    case 'asked': {
      const trouble = draft.trouble?.kind === 'refused' ? null : draft.trouble;
      return { ...draft, trouble, wish: event.wish, dueAt: event.at };
    }
    case 'insisted': {
      const { trouble } = draft;
      if (trouble?.kind === 'clash') return { ...draft, trouble: { ...trouble, isUnread: true } };
      return { ...draft, trouble: trouble?.kind === 'refused' ? null : trouble, dueAt: event.at };
    }
    case 'sending': {
      const carriesAll = event.save.content === draft.content;
      return {
        ...draft,
        sent: event.save,
        isSending: true,
        changedAt: carriesAll ? null : draft.changedAt,
        dueAt: null,
      };
    }
    case 'answered':
      return event.answer.ok
        ? settle(draft, event.answer.view, event.at)
        : fail(draft, { ...event.answer, at: event.at });
    case 'read':
      return { ...draft, trouble: { kind: 'conflict', theirs: event.theirs } };
    case 'unread':
      return { ...draft, trouble: { kind: 'clash', isUnread: false } };
    case 'keptMine':
      return keepMine(draft, event.at);
    case 'tookOther':
      return takeOther(draft, event.at);
    case 'restarted':
      return beginDraft(event.start);
  }
}

function type<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  { content, isCommitted, at }: { content: Content; isCommitted: boolean; at: number },
): Draft<Content, Answered> {
  const shown = isCommitted ? content : draft.shown;
  // A field that is left reports once more what its keys have told.
  if (JSON.stringify(content) === JSON.stringify(draft.content)) return { ...draft, shown };
  const changedAt = draft.changedAt ?? at;
  const isWaiting = draft.trouble?.kind === 'away' && draft.dueAt !== null;
  return {
    ...draft,
    content,
    shown,
    changedAt,
    dueAt: isWaiting ? draft.dueAt : Math.min(at + pauseMs, changedAt + longestMs),
    // Who writes on is not done: what is shared is never half a sentence.
    wish: draft.sent?.isLast === true ? draft.wish : null,
    trouble: draft.trouble?.kind === 'refused' ? null : draft.trouble,
  };
}

/** How what is written after it is saved: a rep reads a shared note already, and what was sent was a whole. */
const goesOnAs = { draft: 'draft', private: 'private', shared: 'edit', edit: 'edit', sent: 'draft' } as const;

function settle<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  saved: Answered,
  at: number,
): Draft<Content, Answered> {
  const settled: Draft<Content, Answered> = {
    ...draft,
    ...(saved.state === 'edit'
      ? { editVersion: saved.version }
      : {
          noteId: saved.noteId,
          version: saved.version,
          seen: draft.sent?.content ?? draft.seen,
          editVersion: 0,
        }),
    savedLabel: saved.savedLabel,
    warnings: saved.warnings,
    sent: null,
    isSending: false,
    trouble: null,
  };
  const hasMore = draft.changedAt !== null;
  const dueAt = hasMore || draft.wish !== null ? (draft.dueAt ?? at) : null;
  if (draft.sent?.isLast !== true) return { ...settled, dueAt };
  if (!hasMore) return { ...settled, dueAt: null, finished: saved };
  // It is done, and more was written meanwhile: that is a change of the note, or a text of its own.
  return { ...settled, dueAt, wish: null, savedAs: goesOnAs[saved.state] };
}

function fail<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  { error, isOffline = false, at }: { error: FailureNotice; isOffline?: boolean; at: number },
): Draft<Content, Answered> {
  const changedAt = draft.changedAt ?? at;
  const stopped = { ...draft, isSending: false, sent: null, changedAt, dueAt: null };
  switch (error.code) {
    case 'unavailable':
    case 'too_many_requests':
    case 'internal': {
      const failures = (draft.trouble?.kind === 'away' ? draft.trouble.failures : 0) + 1;
      const pause = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
      const dueAt = failures < mostFailures ? at + pause : null;
      return { ...draft, isSending: false, trouble: { kind: 'away', isOffline, failures }, dueAt };
    }
    case 'conflict':
      return { ...stopped, trouble: { kind: 'clash', isUnread: true } };
    default:
      // The note itself is gone: thrown away somewhere else.
      if (error.code === 'not_found' && error.field === 'noteId')
        return { ...stopped, trouble: { kind: 'clash', isUnread: true } };
      return { ...stopped, wish: null, trouble: { kind: 'refused', error } };
  }
}

/** Mine goes over theirs with their version, or becomes a new note where theirs cannot be written to. */
function keepMine<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  at: number,
): Draft<Content, Answered> {
  if (draft.trouble?.kind !== 'conflict') return draft;
  const { theirs } = draft.trouble;
  const mine: typeof draft = {
    ...draft,
    shown: draft.content,
    setAside: theirs?.content ?? draft.setAside,
    trouble: null,
    changedAt: at,
    dueAt: at,
  };
  if (theirs === null)
    return { ...mine, noteId: null, version: 0, seen: null, editVersion: 0, savedAs: 'draft' };
  const { noteId, editVersion = 0 } = theirs;
  const over = { ...mine, noteId, editVersion, savedAs: savedOver(theirs, draft) };
  // Over another change of a shared note mine is one of the version that I was shown, whatever theirs is of.
  return theirs.seen === undefined ? { ...over, version: theirs.version, seen: theirs.content } : over;
}

function takeOther<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  at: number,
): Draft<Content, Answered> {
  const { trouble, content } = draft;
  if (trouble?.kind !== 'conflict' || trouble.theirs === null) return draft;
  const { theirs } = trouble;
  const taken: typeof draft = {
    ...beginDraft({ note: theirs, savedAs: savedOver(theirs, draft), savedLabel: null }),
    setAside: content,
  };
  // What I had begun to change gives way to the note in the service too.
  const isOverMine = theirs.seen === undefined && taken.editVersion > 0;
  return isOverMine ? { ...taken, changedAt: at, dueAt: at } : taken;
}

/** How it is saved from then on: a shared note has become one elsewhere, or was one. */
const savedOver = <Content>({ editVersion }: Stored<Content>, { savedAs }: Pick<Draft, 'savedAs'>) =>
  editVersion === undefined ? savedAs : 'edit';

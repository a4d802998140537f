import type { NoteContent, NotePromise, NoteState, SavedNote } from '../../contract/index.ts';
import type { FailureNotice } from '../../shared/ask-service.ts';

/** One save as it goes to the service; sent again after a lost answer it says the very same. */
export interface Save {
  readonly noteId: string | null;
  readonly version: number;
  readonly seenPromises: readonly NotePromise[];
  readonly content: NoteContent;
  readonly state: NoteState;
  /** The author has said that the note is done. */
  readonly isLast: boolean;
}

/** A note as the service has it. */
export interface StoredNote {
  /** Null before it was saved for the first time. */
  readonly noteId: string | null;
  readonly version: number;
  readonly content: NoteContent;
}

export type Trouble =
  /** The service was not reached; `isOffline` when the question never left the browser. */
  | { readonly kind: 'away'; readonly isOffline: boolean; readonly failures: number }
  /** The service will not take it as it is. */
  | { readonly kind: 'refused'; readonly error: FailureNotice }
  /** Somebody, or another window, saved meanwhile; the other version has still to be read. */
  | { readonly kind: 'clash'; readonly isUnread: boolean }
  /** Both versions are here; null where the other can no longer be written to. */
  | { readonly kind: 'conflict'; readonly theirs: StoredNote | null };

/** What an author writes, from the first key to the last save. Times are milliseconds, whenever they count from. */
export interface Draft {
  /** What the author has written. */
  readonly content: NoteContent;
  /** What the fields were last given: they keep what is typed themselves until it is committed. */
  readonly shown: NoteContent;
  readonly noteId: string | null;
  readonly version: number;
  /** The promises of that version as the author was shown them. */
  readonly seenPromises: readonly NotePromise[];
  /** In which state it is saved while it is written; null: only when the author says so, for a rep reads it already. */
  readonly savedAs: 'draft' | 'private' | null;
  /** Since when something is written that no save carries; null when nothing is. */
  readonly changedAt: number | null;
  /** When the next save goes; null: not by itself. */
  readonly dueAt: number | null;
  /** How the author wants it kept, once they have said so. */
  readonly wish: 'private' | 'shared' | null;
  /** Sent and not answered yet, or never: it settles before anything else is sent. */
  readonly sent: Save | null;
  readonly isSending: boolean;
  readonly trouble: Trouble | null;
  readonly savedLabel: string | null;
  readonly warnings: readonly string[];
  /** The version that was not kept after a conflict. */
  readonly setAside: NoteContent | null;
  /** The service's word for the note that is done. */
  readonly finished: SavedNote | null;
}

export interface DraftStart {
  readonly note: StoredNote;
  readonly savedAs: Draft['savedAs'];
  readonly savedLabel: string | null;
}

export function beginDraft({ note, savedAs, savedLabel }: DraftStart): Draft {
  return {
    content: note.content,
    shown: note.content,
    noteId: note.noteId,
    version: note.version,
    seenPromises: note.content.promises,
    savedAs,
    changedAt: null,
    dueAt: null,
    wish: null,
    sent: null,
    isSending: false,
    trouble: null,
    savedLabel,
    warnings: [],
    setAside: null,
    finished: null,
  };
}

/** Whether something written is nowhere but on this screen. */
export function isUnsettled({ changedAt, sent, trouble }: Draft): boolean {
  return changedAt !== null || sent !== null || trouble?.kind === 'clash' || trouble?.kind === 'conflict';
}

/**
 * What is sent next, or null. One save is on its way at most, and each carries the version of the last answer. A save
 * that was not answered goes again unchanged: it may have arrived, and another one with its old version would be taken
 * for a second author's.
 */
export function nextSave(draft: Draft): Save | null {
  const { noteId, version, seenPromises, content, sent, wish, savedAs, trouble } = draft;
  const save = { noteId, version, seenPromises, content };
  if (draft.isSending || draft.finished !== null) return null;
  if (trouble !== null && trouble.kind !== 'away') return null;
  if (sent !== null) return sent;
  if (wish !== null) return { ...save, state: wish, isLast: true };
  if (draft.changedAt === null || savedAs === null) return null;
  return { ...save, state: savedAs, isLast: false };
}

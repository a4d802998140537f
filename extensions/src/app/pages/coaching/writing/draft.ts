// Generated from extensions/src/app/cards/coaching/writing/draft.ts by `npm run generate`: edit it there.
import type { NoteContent, NoteState } from '../../contract/index.ts';
import type { FailureNotice } from '../../shared/ask-service.ts';

/** What the service says to a save: of a note, unless said otherwise. */
export interface Saved {
  /** Null for what is no note. */
  readonly noteId: string | null;
  readonly version: number;
  /** `edit` is what is begun to be changed in a shared note, and is its author's alone. */
  readonly state: NoteState | 'edit' | 'sent';
  readonly savedLabel: string;
  readonly warnings: readonly string[];
}

/** How the author wants it kept, once they have said so; a reply or a line is sent. */
export type Wish = Exclude<Saved['state'], 'draft' | 'edit'>;

/** One save as it goes to the service; sent again after a lost answer it says the very same. */
export interface Save<Content = NoteContent> {
  readonly noteId: string | null;
  readonly version: number;
  readonly seen: Content | null;
  readonly editVersion: number;
  readonly content: Content;
  readonly state: Saved['state'];
  /** The author has said that the note is done. */
  readonly isLast: boolean;
}

/** What is written, as the service has it. */
export interface Stored<Content = NoteContent> {
  /** Null before a note was saved for the first time, and for what is no note. */
  readonly noteId: string | null;
  readonly version: number;
  readonly content: Content;
  /** Of a shared note: the version of what is begun to be changed in it, 0 where nothing is. */
  readonly editVersion?: number;
  /** Where the content is that: the note of this version as its author was shown it. */
  readonly seen?: Content;
}

export type Trouble<Content = NoteContent> =
  /** The service was not reached; `isOffline` when the question never left the browser. */
  | { readonly kind: 'away'; readonly isOffline: boolean; readonly failures: number }
  /** The service will not take it as it is. */
  | { readonly kind: 'refused'; readonly error: FailureNotice }
  /** Somebody, or another window, saved meanwhile; the other version has still to be read. */
  | { readonly kind: 'clash'; readonly isUnread: boolean }
  /** Both versions are here; null where the other can no longer be written to. */
  | { readonly kind: 'conflict'; readonly theirs: Stored<Content> | null };

/** What an author writes, from the first key to the last save. Times are milliseconds, whenever they count from. */
export interface Draft<Content = NoteContent, Answered extends Saved = Saved> {
  /** What the author has written. */
  readonly content: Content;
  /** What the fields were last given: they keep what is typed themselves until it is committed. */
  readonly shown: Content;
  readonly noteId: string | null;
  readonly version: number;
  /** That version as the author was shown it; null where it is gone. */
  readonly seen: Content | null;
  /** Of a shared note: the version of what is begun to be changed in it, 0 where nothing is. */
  readonly editVersion: number;
  /** In which state it is saved while it is written. */
  readonly savedAs: 'draft' | 'private' | 'edit';
  /** Since when something is written that no save carries; null when nothing is. */
  readonly changedAt: number | null;
  /** When the next save goes; null: not by itself. */
  readonly dueAt: number | null;
  readonly wish: Wish | null;
  /** Sent and not answered yet, or never: it settles before anything else is sent. */
  readonly sent: Save<Content> | null;
  readonly isSending: boolean;
  readonly trouble: Trouble<Content> | null;
  readonly savedLabel: string | null;
  readonly warnings: readonly string[];
  /** The version that was not kept after a conflict. */
  readonly setAside: Content | null;
  /** The service's word for what is done. */
  readonly finished: Answered | null;
}

/** A draft of whatever is written. */
export type AnyDraft = Draft<unknown>;

export interface DraftStart<Content = NoteContent> {
  readonly note: Stored<Content>;
  readonly savedAs: Draft['savedAs'];
  readonly savedLabel: string | null;
}

export function beginDraft<Content, Answered extends Saved>({
  note,
  savedAs,
  savedLabel,
}: DraftStart<Content>): Draft<Content, Answered> {
  return {
    content: note.content,
    shown: note.content,
    noteId: note.noteId,
    version: note.version,
    seen: note.seen ?? note.content,
    editVersion: note.editVersion ?? 0,
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
export function isUnsettled({ changedAt, sent, trouble }: AnyDraft): boolean {
  return changedAt !== null || sent !== null || trouble?.kind === 'clash' || trouble?.kind === 'conflict';
}

/**
 * What is sent next, or null. One save is on its way at most, and each carries the version of the last answer. A save
 * that was not answered goes again unchanged: it may have arrived, and another one with its old version would be taken
 * for a second author's.
 */
export function nextSave<Content>(draft: Draft<Content>): Save<Content> | null {
  const { noteId, version, seen, editVersion, content, sent, wish, savedAs, trouble, changedAt } = draft;
  const save = { noteId, version, seen, editVersion, content };
  if (draft.isSending || draft.finished !== null) return null;
  if (trouble !== null && trouble.kind !== 'away') return null;
  if (sent !== null) return sent;
  // A change of a shared note is kept before it is shared: should that clash, no word of it is on this screen alone.
  const isKept = savedAs !== 'edit' || changedAt === null;
  if (wish !== null && isKept) return { ...save, state: wish, isLast: true };
  if (changedAt === null) return null;
  return { ...save, state: savedAs, isLast: false };
}

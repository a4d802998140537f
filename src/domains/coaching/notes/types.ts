import type {
  Acknowledgement,
  NoteContent,
  NoteState,
  RecordType,
  ScoredLevels,
} from '../../../contract/index.ts';

/** What coaching stands beside: a deal or contact of the portal. */
export interface CoachedRecord {
  readonly type: RecordType;
  readonly id: string;
}

/** What somebody wrote about a rep, opened. */
export interface Note {
  readonly id: string;
  readonly authorId: string;
  readonly repId: string;
  readonly record: CoachedRecord;
  readonly state: NoteState;
  /** One more with every save. */
  readonly version: number;
  readonly content: NoteContent;
  readonly createdAt: Date;
  readonly editedAt: Date;
  readonly sharedAt: Date | null;
  readonly acknowledgement: Acknowledgement | null;
  readonly acknowledgedAt: Date | null;
  /** When the rep handed it on to whoever reads; null for its author and its rep. */
  readonly handedAt: Date | null;
  /** What the rep said of themselves by the rubric of the note; from then on the note stands as it is. */
  readonly selfScoring: { readonly levels: ScoredLevels; readonly at: Date } | null;
}

/** A reply of the rep, or a correction of the author. */
export interface Addendum {
  readonly noteId: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: Date;
}

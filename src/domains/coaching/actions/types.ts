import type { NoteContent } from '../../../contract/index.ts';
import type { CoachedRecord } from '../notes/types.ts';

/** What somebody promised in a shared note. */
export interface Action {
  readonly id: string;
  readonly noteId: string;
  /** Which promise of the note it is. */
  readonly promiseId: string;
  readonly authorId: string;
  readonly repId: string;
  /** Who promised it: the rep or the author. */
  readonly doerId: string;
  readonly record: CoachedRecord;
  readonly topic: NoteContent['topic'];
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly state: 'open' | 'done';
  readonly doneAt: Date | null;
  readonly createdAt: Date;
}

/**
 * As what an action stands in HubSpot: `public`, with its words, on the record that it is about; or `neutral`, a task that says
 * nothing and stands on no record.
 */
export type TaskKind = 'public' | 'neutral';

/** An action, and whether it is promised still. */
export interface PromisedAction {
  readonly action: Action;
  /** Its note promises it no more, or its task was deleted in HubSpot. */
  readonly isDropped: boolean;
}

/** An action and what HubSpot may hold of it; once it is dropped, its task goes. */
export interface AskedAction extends PromisedAction {
  readonly taskId: string | null;
  /** When HubSpot was last asked for a task, so that there may be one; null when never. */
  readonly askedAt: Date | null;
  /** As what it was asked for. */
  readonly askedAs: TaskKind;
}

/** An action that HubSpot has not been told of as it is now. */
export interface UntoldAction extends AskedAction {
  readonly news: number;
}

/** An action of which HubSpot was asked while an earlier call's effect was unknown: a second task may come late. */
export interface DoubtedAction extends AskedAction {
  readonly doubtedAt: Date;
}

/** How a task stands in HubSpot. */
export interface TaskState {
  readonly taskId: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly isDone: boolean;
}

import type { PromisedAction } from '../../actions/types.ts';
import type { Calibration } from '../../calibration/types.ts';
import type { TextDraft } from '../../drafts/store.ts';
import type { Line } from '../../lines/store.ts';
import type { Addendum, Note } from '../../notes/types.ts';
import type { CoachingRequest } from '../../requests/store.ts';
import type { Dispute } from '../../risks/store.ts';
import type { PublishedRubric } from '../../rubric/types.ts';

/** What coaching keeps of a person, opened, as far as whoever reads it may. */
export interface KeptCoaching {
  readonly notes: readonly { readonly note: Note; readonly addenda: readonly Addendum[] }[];
  readonly actions: readonly PromisedAction[];
  /** Those that were talked about too. */
  readonly lines: readonly Line[];
  /** Each with no levels but those that are for the reader. */
  readonly calibrations: readonly Calibration[];
  /** What workflows wanted talked about with this person. */
  readonly requests: readonly CoachingRequest[];
  readonly disputes: readonly Dispute[];
  /**
   * What the person has begun to write and not sent or shared, and in a copy what others have begun to change in notes about
   * them; a note that is begun is among the notes.
   */
  readonly drafts: readonly TextDraft[];
  /** Every version by which something of it was scored. */
  readonly rubrics: readonly PublishedRubric[];
}

import type { LocalDate } from '../../../kernel/period.ts';

/** A skill and what one can see or hear at each level; `anchors[0]` is level 1, the lowest. */
export interface Skill {
  /** Stays the same when the words are edited, so that scorings before and after are of one skill. */
  readonly id: string;
  readonly name: string;
  /** Whole percent of the rubric; the weights of a rubric total exactly 100. */
  readonly weight: number;
  readonly anchors: readonly string[];
}

/** For whom: everybody, the reps of a team (which stands for a role: HubSpot keeps none), or deals in a stage. */
export type RubricScope =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'stage'; readonly stageId: string };

export interface Rubric {
  readonly name: string;
  readonly scope: RubricScope;
  /** All with the same number of levels. */
  readonly skills: readonly Skill[];
}

/** What one person said at one time: a level, from 1 up, by skill id. A skill of which nothing was seen is not in it. */
export interface Scoring {
  readonly scoredOn: LocalDate;
  readonly levels: ReadonlyMap<string, number>;
}

/** A rubric as it was published, in one of its versions. */
export interface PublishedRubric {
  readonly rubricId: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly rubric: Rubric;
}

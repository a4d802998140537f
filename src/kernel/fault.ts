/** What is wrong with something that somebody typed. */
export interface Fault {
  /** The way to the field within what was typed: `'skills.2.weight'`. */
  readonly field: string;
  /** What is wrong and what to do about it, in a sentence or two. */
  readonly message: string;
}

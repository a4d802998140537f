import type { HeldCoaching } from '../held/store.ts';
import { describeCoaching } from './kept/describe-coaching.ts';
import { listPeople } from './kept/list-people.ts';
import type { KeptCoaching } from './kept/types.ts';

/** What goes into a person's copy. */
export interface CopyContents {
  readonly madeAt: Date;
  readonly portalId: number;
  readonly ownerId: string;
  readonly nameOf: (ownerId: string) => string;
  readonly kept: KeptCoaching;
  /** Rows without text: when, with whom, how it stands. */
  readonly held: HeldCoaching;
}

/** The copy as a text, people named as HubSpot names them; `people` says whose numbers stand in it. */
export function composeFile({ madeAt, portalId, ownerId, nameOf, kept, held }: CopyContents): string {
  const people = listPeople(kept, held).map((each) => ({ ownerId: each, name: nameOf(each) }));
  const head = { madeAt, portalId, ownerId, name: nameOf(ownerId), people };
  return JSON.stringify({ ...head, ...describeCoaching(kept, nameOf), held }, null, 2);
}

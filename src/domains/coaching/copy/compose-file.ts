import { describeCoaching } from './kept/describe-coaching.ts';
import type { KeptCoaching } from './kept/types.ts';

/** What goes into a person's copy. */
export interface CopyContents {
  readonly madeAt: Date;
  readonly portalId: number;
  readonly ownerId: string;
  readonly nameOf: (ownerId: string) => string;
  readonly kept: KeptCoaching;
  /** Rows without text: when, with whom, how it stands. */
  readonly held: object;
}

/** The copy as a text, people named as HubSpot names them. */
export function composeFile({ madeAt, portalId, ownerId, nameOf, kept, held }: CopyContents): string {
  const name = nameOf(ownerId);
  return JSON.stringify(
    { madeAt, portalId, ownerId, name, ...describeCoaching(kept, nameOf), held },
    null,
    2,
  );
}

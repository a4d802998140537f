import type { AboutMeView } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { Viewer } from './list-viewers.ts';

interface NamedOwner {
  readonly name: string;
  readonly archived: boolean;
  readonly userId: string | null;
}

/** Who sees a person's figures, and why; whoever has no active user in HubSpot sees nothing. */
export function describeViewers(
  viewers: readonly Viewer[],
  owners: ReadonlyMap<string, NamedOwner>,
  timeZone: string,
): AboutMeView['viewers'] {
  return viewers.flatMap(({ ownerId, steps, since }) => {
    const viewer = owners.get(ownerId);
    if (!viewer || viewer.archived || viewer.userId === null) return [];
    const because = steps === 1 ? 'your manager' : `${steps} steps above you`;
    return [{ name: viewer.name, because, since: `since ${localDay(since, timeZone)}` }];
  });
}

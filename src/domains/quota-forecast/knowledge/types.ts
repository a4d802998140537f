import type { Portal } from '../../../kernel/portal.ts';
import type { Ratio } from '../../../kernel/ratio.ts';
import type { PortalEstimator } from '../../forecast/index.ts';
import type { Person, Quota } from '../../quota/index.ts';
import type { OwnCredit } from '../store.ts';

/** Everything that a card shows and that is no deal: it changes a few times a day and is kept in memory meanwhile. */
export interface Knowledge {
  /** What is newer in the store has another version. */
  readonly version: number;
  readonly portal: Portal;
  /** HubSpot users who hold the role ops. */
  readonly opsIds: ReadonlySet<string>;
  /** By owner id. */
  readonly people: ReadonlyMap<string, Person>;
  /** By HubSpot user; nobody who has left. */
  readonly users: ReadonlyMap<string, Person>;
  /** By owner id: everybody's manager. */
  readonly managerOf: ReadonlyMap<string, string | null>;
  /** By owner id: the quotas of the present period and of later ones. */
  readonly quotas: ReadonlyMap<string, readonly Quota[]>;
  /** How credit spreads over the months of a period; null where the history says nothing of it. */
  readonly season: readonly Ratio[] | null;
  readonly estimator: PortalEstimator;
}

/** What somebody has won so far, as of a version of their credit. */
export interface VersionedCredit extends OwnCredit {
  readonly version: number;
}

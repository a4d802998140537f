import type { Kysely } from 'kysely';
import { rolesOf } from '../../../access/index.ts';
import { forPortal as installOf } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { periodAt } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import type { Tables } from '../../../store/index.ts';
import type { ForecastService } from '../../forecast/index.ts';
import { groupQuotas, quotasOf, type Person, mapManagers } from '../../quota/index.ts';
import { forPortal } from '../store.ts';
import type { Knowledge, VersionedCredit } from './types.ts';

export interface KnowledgeService {
  /**
   * What is known of a portal, as far as this process has read it: the caller compares its version with the store's, and
   * says which one it found stale to have it read anew. Null for a portal that is not installed.
   */
  of(portalId: number, stale?: Knowledge): Promise<Knowledge | null>;
  /** Somebody's credit, at the version that the store has now. */
  creditOf(portalId: number, ownerId: string, version: number): Promise<VersionedCredit>;
}

/** How many are kept in memory, those unused for longest forgotten first. */
const PORTALS_KEPT = 200;
const OWNERS_KEPT = 20_000;

/** Reads what cards need of portals once for each version, however many ask at once. */
export function createKnowledgeService(deps: {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly forecast: ForecastService;
}): KnowledgeService {
  const portals = new Map<number, Promise<Knowledge | null>>();
  const credits = new Map<string, Promise<VersionedCredit>>();

  return {
    async of(portalId, stale) {
      const found = portals.get(portalId);
      const isStale = stale !== undefined && (await found) === stale;
      // Another request may have begun to read anew while this one waited.
      const latest = portals.get(portalId);
      const reading =
        latest === undefined || (isStale && latest === found) ? readKnowledge(portalId) : latest;
      keep(portals, portalId, reading, PORTALS_KEPT);
      // A portal that is gone is asked for again the next time.
      if ((await reading) === null) portals.delete(portalId);
      return reading;
    },

    async creditOf(portalId, ownerId, version) {
      const key = `${portalId} ${ownerId}`;
      const found = credits.get(key);
      const isCurrent = found !== undefined && (await found).version >= version;
      const reading = isCurrent ? found : readCredit(portalId, ownerId, version);
      keep(credits, key, reading, OWNERS_KEPT);
      return reading;
    },
  };

  /** What is written while this reads has a newer version, and is read the next time. */
  async function readCredit(portalId: number, ownerId: string, version: number): Promise<VersionedCredit> {
    return { version, ...(await forPortal(deps.db, portalId).readOwnCredit(ownerId)) };
  }

  /** The version first: what is written while the rest is read has a newer one, and is read the next time. */
  async function readKnowledge(portalId: number): Promise<Knowledge | null> {
    const { db, clock } = deps;
    const version = await forPortal(db, portalId).readVersion();
    const portal = version === null ? null : await installOf(db, portalId).read();
    if (version === null || portal === null) return null;
    const quotas = quotasOf(db, portalId);
    const people = await quotas.listPeople();
    const stored = await quotas.listQuotasFrom(firstQuotaKey(portal, clock.now()));
    return {
      version,
      portal,
      // Does not compile any more once there is another role than ops.
      opsIds: new Set(
        (await rolesOf(db, portalId).list()).map(({ userId }: { userId: string; role: 'ops' }) => userId),
      ),
      people: new Map(people.map((person) => [person.ownerId, person])),
      users: indexUsers(people),
      managerOf: mapManagers(people),
      quotas: groupQuotas(stored, 'rep', portal.companyCurrency),
      season: await quotas.readSeason(),
      estimator: await deps.forecast.openEstimator(portalId),
    };
  }
}

/** A quota of a whole year has the shortest key and sorts before all that lie in it. */
function firstQuotaKey(portal: Portal, now: Date): string {
  return String(periodAt(calendarOf(portal), portal.periodKind, now).start.getUTCFullYear());
}

/** Where two owners are one user, the first one counts. */
function indexUsers(people: readonly Person[]): Map<string, Person> {
  const users = new Map<string, Person>();
  for (const person of people) {
    if (person.userId !== null && !person.archived && !users.has(person.userId))
      users.set(person.userId, person);
  }
  return users;
}

/** As the newest of so many; a reading that fails is not kept. */
function keep<Key, Value>(
  kept: Map<Key, Promise<Value>>,
  key: Key,
  reading: Promise<Value>,
  most: number,
): void {
  kept.delete(key);
  kept.set(key, reading);
  reading.catch(() => {
    if (kept.get(key) === reading) kept.delete(key);
  });
  for (const longestUnused of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(longestUnused);
  }
}

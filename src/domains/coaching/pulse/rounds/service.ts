import type { Kysely } from 'kysely';
import type { TextSealer } from '../../../../install/index.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { Portal } from '../../../../kernel/portal.ts';
import { inTransaction, type Tables } from '../../../../store/index.ts';
import { quotasOf, mapManagers } from '../../../quota/index.ts';
import { forPortal as answersOf } from '../answers/store.ts';
import { freezeGroups } from '../freeze-groups.ts';
import { listDueRounds } from '../list-due-rounds.ts';
import { publishPulse } from '../publish-pulse.ts';
import { pulseQuarterAt } from '../pulse-quarter.ts';
import { forPortal, listPortalRounds } from '../store.ts';

export interface RoundDependencies {
  readonly db: Kysely<Tables>;
  /** Business dates: which quarter it is. */
  readonly clock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
}

export interface PulseRounds {
  /** The portals of which a quarter is over and not published, or has begun and is not opened. */
  listDue(): Promise<number[]>;
  /** Publishes what is over and opens the present quarter where the pulse is on. Safe to kill and to do again. */
  tend(portal: Pick<Portal, 'id' | 'timeZone'>): Promise<void>;
  /** Opens the present quarter unless it is open; answers its key. */
  open(portal: Pick<Portal, 'id' | 'timeZone'>): Promise<string>;
}

/** The quarters of the pulse. */
export function createPulseRounds({ db, clock, openSealer }: RoundDependencies): PulseRounds {
  const publish = async (portalId: number, quarterKey: string): Promise<void> => {
    const sealer = await openSealer(portalId);
    await inTransaction(db, async (trx) => {
      const store = forPortal(trx, portalId);
      // From here on nobody answers this quarter any more, and nobody else publishes it.
      if (!(await store.close(quarterKey))) return;
      const groups = await store.listGroups(quarterKey);
      const answers = answersOf(trx, portalId, sealer);
      const people = new Set(groups.flatMap(({ memberIds }) => memberIds));
      await store.publish(quarterKey, publishPulse(groups, await answers.readScores(quarterKey, people)));
      await answers.forgetScores(quarterKey);
    });
  };

  const open = async ({ id, timeZone }: Pick<Portal, 'id' | 'timeZone'>): Promise<string> => {
    const quarterKey = pulseQuarterAt(clock.now(), timeZone);
    if (await forPortal(db, id).hasRound(quarterKey)) return quarterKey;
    await inTransaction(db, async (trx) => {
      const people = await quotasOf(trx, id).listPeople();
      const active = new Set(people.flatMap(({ ownerId, archived }) => (archived ? [] : [ownerId])));
      const groups = freezeGroups(mapManagers(people));
      await forPortal(trx, id).open(
        quarterKey,
        groups.map((group) => ({
          ...group,
          memberIds: group.memberIds.filter((memberId) => active.has(memberId)),
        })),
      );
    });
    return quarterKey;
  };

  return {
    async listDue() {
      return listDueRounds(await listPortalRounds(db), clock.now());
    },

    async tend(portal) {
      const store = forPortal(db, portal.id);
      const present = pulseQuarterAt(clock.now(), portal.timeZone);
      for (const quarterKey of await store.listOver(present)) await publish(portal.id, quarterKey);
      if (await store.isOn()) await open(portal);
    },

    open,
  };
}

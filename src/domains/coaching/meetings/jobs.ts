import type { Kysely } from 'kysely';
import type { Clock } from '../../../kernel/clock.ts';
import { addDays, localDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import type { Tables } from '../../../store/index.ts';
import { quotasOf } from '../../quota/index.ts';
import type { AgendaMaker, NamedPair } from '../agenda/service.ts';
import { findNextMeeting } from './find-next-meeting.ts';
import { isEvening } from './is-evening.ts';
import { listLineIds } from './list-line-ids.ts';
import { forPortal } from './store.ts';

/** So many reps are read at a time: with two hundred open deals each, twenty thousand rows. */
const REPS_AT_ONCE = 100;

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly agendas: AgendaMaker;
}

/**
 * Prepares the agendas of tomorrow's 1:1s once it is evening in the portal; answers how many. One that is prepared already
 * stays, so that asking again does nothing and a pass that was killed is made up for by the next.
 */
export function createAgendaPreparation({ db, clock, realClock, agendas }: Dependencies) {
  return async (portal: Portal): Promise<number> => {
    const now = clock.now();
    const { timeZone } = portal;
    if (portal.readyAt === null || !isEvening(now, timeZone)) return 0;
    const today = localDate(now, timeZone);
    const tomorrow = addDays(today, 1);
    const store = forPortal(db, portal.id);
    const pairs = await listPairs(portal.id);
    const dates = await store.readDates(
      pairs.map(({ managerId, rep }) => ({ managerId, repId: rep.ownerId })),
    );
    const due = new Set(
      dates
        .filter(
          (each) =>
            findNextMeeting(each, { today, timeZone }).dueOn === tomorrow &&
            each.prepared?.dueOn !== tomorrow,
        )
        .map(({ repId }) => repId),
    );
    const duePairs = pairs.filter(({ rep }) => due.has(rep.ownerId));
    let prepared = 0;
    for (let from = 0; from < duePairs.length; from += REPS_AT_ONCE) {
      const made = await agendas.make(portal, duePairs.slice(from, from + REPS_AT_ONCE), 'manager');
      await store.keepPrepared(
        made.map(({ facts: { managerId, repId }, next, agenda }) => ({
          managerId,
          repId,
          dueOn: next.dueOn,
          lineIds: listLineIds(agenda),
        })),
        realClock.now(),
      );
      prepared += made.length;
    }
    return prepared;
  };

  /** Everybody who sells and has a manager, each with that manager. */
  async function listPairs(portalId: number): Promise<NamedPair[]> {
    const people = (await quotasOf(db, portalId).listPeople()).filter(({ archived }) => !archived);
    const byId = new Map(people.map((person) => [person.ownerId, person]));
    return people.flatMap((rep) => {
      const manager = rep.managerId === null ? undefined : byId.get(rep.managerId);
      if (!manager || manager === rep) return [];
      return [{ managerId: manager.ownerId, rep, names: { manager: manager.name, rep: rep.name } }];
    });
  }
}

import type { Kysely } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { addDays, localDate, periodAt, startOfLocalDate } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import type { Tables } from '../../../store/index.ts';
import { listQuotaKeys, type Person } from '../../quota/index.ts';
import { findNextMeeting, type NextMeeting } from '../meetings/find-next-meeting.ts';
import { arrangeFacts } from './arrange-facts.ts';
import { buildAgenda } from './build-agenda.ts';
import { measureShare } from './measure-share.ts';
import { readRuleSettings } from './read-rule-settings.ts';
import { agendaRules } from './rules.ts';
import { forPortal } from './store.ts';
import type { AgendaReader, PairFacts } from './pair-facts.ts';
import type { Agenda, AgendaFacts, RuleSettings } from './types.ts';

/** Two people of whom one reports to the other, as whoever reads calls them. */
export interface NamedPair {
  readonly managerId: string;
  readonly rep: Person;
  readonly names: AgendaFacts['names'];
}

/** What a 1:1 is prepared with. */
export interface MadeAgenda {
  readonly pair: NamedPair;
  readonly facts: PairFacts;
  readonly next: NextMeeting;
  readonly agenda: Agenda;
}

export interface AgendaMaker {
  /** The agendas of these pairs as everything stands now: four questions to the store, however many they are. */
  make(portal: Portal, pairs: readonly NamedPair[], reader: AgendaReader): Promise<MadeAgenda[]>;
}

/** Makes agendas out of what the store knows. */
export function createAgendaMaker({
  db,
  clock,
  openSealer,
}: {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
}): AgendaMaker {
  return {
    async make(portal, pairs, reader) {
      if (pairs.length === 0) return [];
      const { timeZone } = portal;
      const now = clock.now();
      const today = localDate(now, timeZone);
      const calendar = calendarOf(portal);
      const period = periodAt(calendar, portal.periodKind, now);
      const sealer = await openSealer(portal.id);
      const store = forPortal(db, portal.id, sealer);
      const facts = await store.readPairs(
        pairs.map(({ managerId, rep }) => ({ managerId, repId: rep.ownerId })),
        { quotaKeys: listQuotaKeys(calendar, period), periodKey: period.key, reader },
      );
      const factsOf = new Map(facts.map((each) => [each.repId, each]));
      const wonSince = startOfLocalDate(addDays(today, -longestLook), timeZone);
      const deals = await store.listDeals([...factsOf.keys()], wonSince);
      const dealsOf = Map.groupBy(deals, ({ ownerId }) => ownerId);
      return pairs.flatMap((pair) => {
        const own = factsOf.get(pair.rep.ownerId);
        if (!own) return [];
        const agenda = buildAgenda(
          arrangeFacts({
            facts: own,
            deals: dealsOf.get(own.repId) ?? [],
            attainment: measureShare(portal, pair.rep, own, now),
            names: pair.names,
            today,
            timeZone,
          }),
          settingsOf(own.policy.rules),
        );
        const next = findNextMeeting(own, { today, timeZone });
        return [{ pair, facts: own, next, agenda }];
      });
    },
  };
}

/** For so many days back a win may still be told: as far as ops can set it. */
const longestLook = agendaRules.dealWon.threshold.most;

function settingsOf(choices: Parameters<typeof readRuleSettings>[0]): RuleSettings {
  const read = readRuleSettings(choices);
  // Choices are checked before they are kept.
  if (!read.ok)
    throw new Error(`Rules of agendas that were kept cannot be read: ${JSON.stringify(read.failure)}`);
  return read.value;
}

import { localDate, type LocalDate } from '../../../kernel/period.ts';
import { listRiskReasons, type RiskFacts } from '../../forecast/index.ts';
import type { CoachedRecord } from '../notes/types.ts';
import type { AgendaDeal, PairFacts } from './pair-facts.ts';
import type { AgendaFacts, DealFacts } from './types.ts';

/** What the store knows of two people, in the words that agendas are made of. */
export function arrangeFacts({
  facts,
  deals,
  attainment,
  names,
  today,
  timeZone,
}: {
  readonly facts: PairFacts;
  readonly deals: readonly AgendaDeal[];
  readonly timeZone: string;
} & Pick<AgendaFacts, 'attainment' | 'names' | 'today'>): AgendaFacts {
  const dayOf = (instant: Date): LocalDate => localDate(instant, timeZone);
  const heldOn = facts.meetings
    .filter(({ attendance }) => attendance === 'both')
    .map((meeting) => meeting.heldOn);
  const lastHeld = heldOn.toSorted().at(-1) ?? '';
  return {
    today,
    names,
    attainment,
    lowestSkill: facts.lowestSkill,
    requests: facts.requests.map(({ id, reason, record }) => ({
      requestId: id,
      words: reason,
      dealId: dealOf(record),
    })),
    heldOn,
    ownLines: facts.lines.map(({ id, managerId, readerId, text, record }) => ({
      ...{ id, managerId, readerId },
      words: text,
      dealId: dealOf(record),
    })),
    actions: facts.actions.map(({ id, text, doerId, dueOn, createdAt, record }) => ({
      id,
      words: text,
      by: doerId === facts.managerId ? 'manager' : 'rep',
      agreedOn: dayOf(createdAt),
      dueOn,
      dealId: dealOf(record),
    })),
    disagreedNotes: facts.disagreed
      .map(({ id, at, record }) => ({ noteId: id, dealId: dealOf(record), on: dayOf(at) }))
      // It was talked about at the 1:1 that was held since.
      .filter(({ on }) => on >= lastHeld),
    deals: deals
      .filter(({ isWon }) => !isWon)
      .map((deal) => describeDeal(deal, facts.disputes, today, dayOf)),
    wins: deals
      .filter(({ isWon }) => isWon)
      .map(({ id, name, closeAt, createdAt }) => ({
        dealId: id,
        name,
        wonOn: dayOf(closeAt ?? createdAt),
      })),
  };
}

function dealOf({ type, id }: CoachedRecord): string | null {
  return type === 'deal' ? id : null;
}

/** A deal without the reasons that its rep says do not hold. */
function describeDeal(
  deal: AgendaDeal,
  disputes: ReadonlySet<string>,
  today: LocalDate,
  dayOf: (instant: Date) => LocalDate,
): DealFacts {
  const { id, name, homeMinor } = deal;
  const risk = toRiskFacts(deal, dayOf);
  const holds = (key: string) => !disputes.has(`${id} ${key}`);
  return {
    dealId: id,
    name,
    amountMinor: homeMinor,
    closeOn: risk.closeOn,
    pushes: holds(`pushed:${risk.pushes}`) ? risk.pushes : 0,
    quietSince: holds(`quiet:${risk.quietSince}`) ? risk.quietSince : today,
    hasNextStep: risk.hasNextStep || !holds('noNextStep'),
    risks: listRiskReasons(risk, today)
      .filter(({ key }) => holds(key))
      .map(({ words, fix }) => `${words} → ${fix}`),
  };
}

/** What of a deal can speak against it, in days of the portal. */
export function toRiskFacts(
  deal: Pick<
    AgendaDeal,
    'hasAmount' | 'closeAt' | 'pushes' | 'lastActivityAt' | 'createdAt' | 'hasNextStep' | 'nextActivityAt'
  >,
  dayOf: (instant: Date) => LocalDate,
): RiskFacts {
  return {
    hasAmount: deal.hasAmount,
    closeOn: deal.closeAt && dayOf(deal.closeAt),
    pushes: deal.pushes,
    quietSince: dayOf(deal.lastActivityAt ?? deal.createdAt),
    hasNextStep: deal.hasNextStep || deal.nextActivityAt !== null,
  };
}

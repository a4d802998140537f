import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { Done, MarkRiskRequest, RiskView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { localDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { listRiskReasons } from '../../forecast/index.ts';
import { findViewer, quotasOf } from '../../quota/index.ts';
import { toRiskFacts } from '../agenda/arrange-facts.ts';
import { forPortal, type RiskDeal } from './store.ts';

export interface RisksService {
  /** Null where the portal has no such deal. */
  readDeal(portalId: number, dealId: string): Promise<RiskDeal | null>;
  /** Why a deal is worth a look, as its rep or a manager of theirs sees it; nothing for a closed one. */
  list(
    portal: Portal,
    about: { readonly dealId: string; readonly deal: RiskDeal; readonly repId: string },
    viewer: 'manager' | 'rep',
  ): Promise<RiskView[]>;
  /** The rep says that a reason does not hold, or that it does after all. */
  mark(caller: Caller, request: MarkRiskRequest): Promise<Result<Done, Refusal>>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly realClock: Clock;
}

const noSuchReason: Refusal = {
  code: 'not_found',
  message: 'This reason does not stand on a deal of yours. Open the card anew.',
  field: 'reason',
};

/** What speaks against a deal closing as it says, and what its rep has to say to it. */
export function createRisksService({ db, clock, realClock }: Dependencies): RisksService {
  const reasonsOf = (portal: Portal, deal: RiskDeal) => {
    const dayOf = (instant: Date): string => localDate(instant, portal.timeZone);
    return deal.isClosed ? [] : listRiskReasons(toRiskFacts(deal, dayOf), dayOf(clock.now()));
  };

  return {
    readDeal: (portalId, dealId) => forPortal(db, portalId).readDeal(dealId),

    async list(portal, { dealId, deal, repId }, viewer) {
      const disputed = await forPortal(db, portal.id).listDisputed(repId, dealId);
      return reasonsOf(portal, deal).map(({ key, words, fix }) => {
        const since = disputed.get(key);
        return {
          reason: key,
          words,
          fix,
          dispute: since ? `Marked as wrong on ${localDay(since, portal.timeZone)}` : null,
          mayMark: viewer === 'rep',
        };
      });
    },

    async mark(caller, { dealId, reason, isWrong }) {
      const { portal, userId } = caller;
      const viewer = findViewer(await quotasOf(db, portal.id).listPeople(), userId);
      const deal = await forPortal(db, portal.id).readDeal(dealId);
      if (!viewer || !deal || deal.ownerId !== viewer.ownerId) return err(noSuchReason);
      if (!reasonsOf(portal, deal).some(({ key }) => key === reason)) return err(noSuchReason);
      const repId = viewer.ownerId;
      const at = realClock.now();
      await inTransaction(db, async (trx) => {
        const store = forPortal(trx, portal.id);
        if ((await store.listDisputed(repId, dealId)).has(reason) === isWrong) return;
        await (isWrong ? store.dispute(repId, dealId, reason, at) : store.accept(repId, dealId, reason));
        await auditOf(trx, portal.id).add({
          at,
          userId,
          action: isWrong ? 'mark risk as wrong' : 'accept risk again',
          details: { dealId, reason },
        });
      });
      return ok({
        message: isWrong
          ? 'Marked as wrong: it counts on no agenda until something new is the case.'
          : 'It counts again.',
      });
    },
  };
}

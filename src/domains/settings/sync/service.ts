import { auditOf } from '../../../access/index.ts';
import type { Done, ParkedRequest, ParkedView, RetryRequest, SyncView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import { checkAgain, outboxOf, progressOf, reconciliationOf, summariseWritten } from '../../../sync/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { labelValues } from '../label-values.ts';
import { linkDeal } from '../link-deal.ts';
import { describeReading } from '../setup/describe-reading.ts';
import { describeSync } from './describe-sync.ts';
import { forPortal } from './store.ts';

export interface SyncSettings {
  read(caller: Caller): Promise<Result<SyncView, Refusal>>;
  checkAgain(caller: Caller): Promise<Result<Done, Refusal>>;
  parked(caller: Caller, request: ParkedRequest): Promise<Result<ParkedView, Refusal>>;
  retry(caller: Caller, request: RetryRequest): Promise<Result<Done, Refusal>>;
}

const ROWS_A_PAGE = 50;

/** Sync health. */
export function createSyncSettings(deps: SettingsDependencies): SyncSettings {
  const { db } = deps;
  return {
    async read({ portal }) {
      const store = forPortal(db, portal.id);
      const reading = await progressOf(db, portal.id).read();
      const events = await store.readWaitingEvents();
      const written = (await summariseWritten(db, portal.id)).flatMap(
        ({ lastWrittenAt }) => lastWrittenAt ?? [],
      );
      const compared = await reconciliationOf(db, portal.id).read();
      const pause = await deps.readPause(portal.id);
      return ok(
        describeSync({
          progress: describeReading(reading),
          isReady: portal.readyAt !== null,
          lastPull: latest([reading?.finishedAt ?? null, compared?.everythingAt ?? null]),
          newestChange: await store.readNewestChange(),
          lastWrite: latest(written),
          waitingReads: events.count,
          waitingWrites: await outboxOf(db, portal.id).countWaiting(),
          oldestWaiting: events.oldest,
          parked: await store.countParked(),
          pausedUntil: pause?.until ?? null,
          isCheckAsked: (compared?.askedAt ?? null) !== null,
          timeZone: portal.timeZone,
        }),
      );
    },

    async checkAgain({ portal, userId }) {
      const at = deps.realClock.now();
      await auditOf(db, portal.id).add({ at, userId, action: 'check again', details: {} });
      await checkAgain(deps, portal.id, at);
      return ok({ message: 'Every deal is compared with HubSpot now. This takes a few minutes.' });
    },

    async parked({ portal }, { after }) {
      const store = forPortal(db, portal.id);
      const rows = await store.listParked(after ?? '', ROWS_A_PAGE + 1);
      const shown = rows.slice(0, ROWS_A_PAGE);
      return ok({
        total: await store.countParked(),
        rows: shown.map(({ recordId, name, code, message, desired }) => ({
          record: linkDeal(portal.id, { id: recordId, name: name ?? `Deal ${recordId}` }),
          code,
          message,
          values: labelValues(deps.manifest.properties.definitions, desired),
        })),
        after: rows.length > ROWS_A_PAGE ? (shown.at(-1)?.recordId ?? null) : null,
      });
    },

    async retry({ portal, userId }, { recordId }) {
      const retried = await inTransaction(db, async (trx) => {
        const count = await outboxOf(trx, portal.id).retry(recordId === null ? null : [recordId]);
        if (count > 0)
          await auditOf(trx, portal.id).add({
            at: deps.realClock.now(),
            userId,
            action: 'retry writes',
            details: { deals: count, deal: recordId ?? 'all' },
          });
        return count;
      });
      if (retried === 0)
        return ok({ message: 'Nothing is refused any more; there is nothing to try again.' });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok({
        message: `${countNoun(retried, 'deal')} ${retried === 1 ? 'is' : 'are'} sent again. What HubSpot still refuses comes back here.`,
      });
    },
  };
}

function latest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
}

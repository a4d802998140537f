import { subMonths } from 'date-fns/subMonths';
import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { KeptMonths, RetentionRequest, RetentionView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { listConnectedPortals } from '../../../install/index.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { OPEN_MONTHS } from '../calibration/rules.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { describeRetention, monthChoices, usualMonths } from './describe-retention.ts';
import { forPortal } from './store.ts';

export interface RetentionService {
  /** How long coaching is kept, and what each choice would erase. */
  read(caller: Caller): Promise<Result<RetentionView, Refusal>>;
  /** Nothing is erased before the night: until then the choice can be taken back. */
  choose(caller: Caller, request: RetentionRequest): Promise<Result<RetentionView, Refusal>>;
}

export function createRetentionService({
  db,
  realClock,
}: Pick<NotesDependencies, 'db' | 'realClock'>): RetentionService {
  const view = async (portalId: number): Promise<RetentionView> => {
    const store = forPortal(db, portalId);
    const now = realClock.now();
    const counts = [];
    for (const months of monthChoices)
      counts.push(months === null ? null : await store.countOld(subMonths(now, months)));
    return describeRetention(await store.readMonths(), counts);
  };
  return {
    async read({ portal }) {
      return ok(await view(portal.id));
    },

    async choose({ portal, userId }, { months }) {
      await inTransaction(db, async (trx) => {
        const store = forPortal(trx, portal.id);
        const before = await store.readMonths();
        if (before === months) return;
        await store.choose(months);
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'choose coaching retention',
          details: {
            before: nameMonths(before === undefined ? usualMonths : before),
            after: nameMonths(months),
          },
        });
      });
      return ok(await view(portal.id));
    },
  };
}

const nameMonths = (months: KeptMonths): string => (months === null ? 'for good' : `${months} months`);

/** Erases coaching that has been kept long enough, and closes what was open long enough, portal by portal. Safe to do again. */
export async function forgetOldCoaching(db: Kysely<Tables>, now: Date): Promise<void> {
  for (const portalId of await listConnectedPortals(db)) {
    await forPortal(db, portalId).emptyCopies(now);
    await inTransaction(db, async (trx) => {
      await eraseOld(trx, portalId, now);
      const calibrations = await forPortal(trx, portalId).closeCalibrations(subMonths(now, OPEN_MONTHS));
      if (calibrations === 0) return;
      const entry = { at: now, userId: null, action: 'close calibrations', details: { calibrations } };
      await auditOf(trx, portalId).add(entry);
    });
  }
}

async function eraseOld(trx: Kysely<Tables>, portalId: number, now: Date): Promise<void> {
  const store = forPortal(trx, portalId);
  const chosen = await store.readMonths();
  const months = chosen === undefined ? usualMonths : chosen;
  if (months === null) return;
  const before = subMonths(now, months);
  const counts = await store.countOld(before);
  await store.eraseOld(before);
  if (Object.values(counts).every((each) => each === 0)) return;
  const details = { kept: nameMonths(months), ...counts };
  await auditOf(trx, portalId).add({ at: now, userId: null, action: 'erase old coaching', details });
}

import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { CoachingPolicyRequest, CoachingPolicyView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { readRuleSettings } from '../agenda/read-rule-settings.ts';
import { readTimePolicy } from '../time/read-time-policy.ts';
import { describePolicy } from './describe-policy.ts';
import { forPortal } from './store.ts';

export interface PolicyService {
  read(caller: Caller): Promise<Result<CoachingPolicyView, Refusal>>;
  /** Refused with the first field that is out of its range; nothing is saved then. */
  choose(caller: Caller, request: CoachingPolicyRequest): Promise<Result<CoachingPolicyView, Refusal>>;
}

/** How coaching is done in a portal: cadence, coaching time, the rules of agendas. */
export function createPolicyService({
  db,
  realClock,
}: {
  readonly db: Kysely<Tables>;
  readonly realClock: Clock;
}): PolicyService {
  return {
    read: async ({ portal }) => ok(describePolicy(await forPortal(db, portal.id).read())),

    async choose({ portal, userId }, { cadence, weekHours, weekPercent, rules }) {
      const time = readTimePolicy({ weekHours, percent: weekPercent });
      const read = readRuleSettings(rules);
      const [fault] = [...(time.ok ? [] : time.failure), ...(read.ok ? [] : read.failure)];
      if (fault) {
        const field = fault.field === 'percent' ? 'weekPercent' : fault.field;
        return err({ code: 'bad_request', message: fault.message, field });
      }
      const policy = { cadence, time: { weekHours, percent: weekPercent }, rules };
      await inTransaction(db, async (trx) => {
        await forPortal(trx, portal.id).save(policy);
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'choose coaching policy',
          details: { cadence, weekHours, weekPercent },
        });
      });
      return ok(describePolicy(policy));
    },
  };
}

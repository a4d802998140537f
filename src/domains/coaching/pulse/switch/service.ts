import { auditOf } from '../../../../access/index.ts';
import type { PulseSwitchRequest, PulseSwitchView } from '../../../../contract/index.ts';
import type { Caller, Refusal } from '../../../../http/index.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction } from '../../../../store/index.ts';
import { forPortal as answersOf } from '../answers/store.ts';
import { describeSwitching, switchTerms } from '../describe-terms.ts';
import type { PulseRounds, RoundDependencies } from '../rounds/service.ts';
import { forPortal } from '../store.ts';

export interface PulseSwitch {
  read(caller: Caller): Promise<Result<PulseSwitchView, Refusal>>;
  choose(caller: Caller, request: PulseSwitchRequest): Promise<Result<PulseSwitchView, Refusal>>;
}

interface SwitchDependencies extends RoundDependencies {
  readonly realClock: Clock;
  readonly rounds: Pick<PulseRounds, 'open'>;
}

/** Whether a portal asks for a pulse: ops decide, and see nothing else of it. */
export function createPulseSwitch({ db, realClock, openSealer, rounds }: SwitchDependencies): PulseSwitch {
  const describe = (isOn: boolean): PulseSwitchView => ({
    isOn,
    terms: [...switchTerms],
    consequence: describeSwitching(isOn),
  });

  return {
    async read({ portal }) {
      return ok(describe(await forPortal(db, portal.id).isOn()));
    },

    async choose({ portal, userId }, { isOn }) {
      const sealer = await openSealer(portal.id);
      await inTransaction(db, async (trx) => {
        const store = forPortal(trx, portal.id);
        if ((await store.isOn()) === isOn) return;
        await store.switch(isOn);
        if (!isOn) await answersOf(trx, portal.id, sealer).deleteAll();
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'switch pulse',
          details: { isOn },
        });
      });
      if (isOn) await rounds.open(portal);
      return ok(describe(isOn));
    },
  };
}

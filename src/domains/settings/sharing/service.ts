import { auditOf } from '../../../access/index.ts';
import type { SharingRequest, SharingView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { forPortal as installOf } from '../../../install/index.ts';
import type { Portal, SharingLevel } from '../../../kernel/portal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { directoryOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { forPortal as setupOf } from '../setup/store.ts';
import { describeSharing } from './describe-sharing.ts';
import { judgeTeams } from './judge-teams.ts';

export interface SharingSettings {
  read(caller: Caller): Promise<Result<SharingView, Refusal>>;
  choose(caller: Caller, request: SharingRequest): Promise<Result<SharingView, Refusal>>;
}

/** Who may read attainment from properties. */
export function createSharingSettings(deps: SettingsDependencies): SharingSettings {
  const view = async (portal: Portal, level: SharingLevel): Promise<SharingView> => {
    const { people, standings } = await deps.quota.measureEverybody(portal);
    const carriers = people.filter(({ ownerId }) => {
      const quota = standings.get(ownerId)?.quota;
      return quota?.ok === true && quota.value.amount.minor > 0;
    });
    return describeSharing({
      level,
      isChosen: (await setupOf(deps.db, portal.id).listConfirmed()).some(({ step }) => step === 'sharing'),
      activePeople: people.filter(({ archived }) => !archived).length,
      teams: judgeTeams(await directoryOf(deps.db, portal.id).listTeams(), carriers),
    });
  };

  return {
    async read({ portal }) {
      return ok(await view(portal, portal.sharingLevel));
    },

    async choose({ portal, userId }, { level }) {
      const at = deps.realClock.now();
      await inTransaction(deps.db, async (trx) => {
        await installOf(trx, portal.id).choose({ sharingLevel: level });
        await setupOf(trx, portal.id).confirm('sharing', userId, at);
        const details = { level, before: portal.sharingLevel };
        await auditOf(trx, portal.id).add({ at, userId, action: 'choose sharing level', details });
      });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok(await view(portal, level));
    },
  };
}

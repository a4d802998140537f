import { auditOf } from '../../../access/index.ts';
import type { HistoryView, SetupConfirmRequest, SetupView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { mayWrite } from '../../../install/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { localMoment } from '../../../kernel/local-day.ts';
import { dealsOf, directoryOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { progressOf } from '../../../sync/index.ts';
import { quotasOf } from '../../quota/index.ts';
import { forPortal as gapsOf } from '../data-quality/store.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { suggestManagers } from '../people/suggest-managers.ts';
import { describeHistory } from './describe-history.ts';
import { describeReading } from './describe-reading.ts';
import { describeReadiness, listSetupSteps, type SetupFacts } from './list-setup-steps.ts';
import { forPortal } from './store.ts';
import { writeInvitation } from './write-invitation.ts';

export interface SetupSettings {
  read(caller: Caller): Promise<Result<SetupView, Refusal>>;
  confirm(caller: Caller, request: SetupConfirmRequest): Promise<Result<SetupView, Refusal>>;
  history(caller: Caller): Promise<Result<HistoryView, Refusal>>;
  /** A card has been asked for at this place of a record: its step of the set-up ticks itself. */
  noteCard(
    portalId: number,
    subject: 'quota_forecast' | 'coaching',
    place: string | undefined,
  ): Promise<void>;
}

const places: Readonly<Record<string, string>> = {
  'crm.record.tab': 'tab on a deal',
  'crm.record.sidebar': 'right sidebar of a deal',
};

/** The gaps that keep an open deal out of the numbers. */
const setupChecks = ['noAmount', 'noOwner', 'ownerLeft', 'noCloseDate', 'closeDatePast', 'noRate'] as const;

/** The first run, which gives before it asks. */
export function createSetupSettings(deps: SettingsDependencies): SetupSettings {
  const noted = new Set<string>();
  const historyOf = async ({ id, periodKind: kind, timeZone }: Portal): Promise<HistoryView> =>
    describeHistory(await deps.forecast.readBacktest(id), { kind, timeZone });

  const readQuotaFacts = async (
    portal: Portal,
  ): Promise<Pick<SetupFacts, 'statedQuotas' | 'suggestedQuotas'>> => {
    const { people, standings } = await deps.quota.measureEverybody(portal);
    const sources = people.flatMap(({ ownerId, archived }) => {
      const quota = standings.get(ownerId)?.quota;
      return !archived && quota?.ok ? [quota.value.source] : [];
    });
    const suggestedQuotas = sources.filter((source) => source === 'example').length;
    return { statedQuotas: sources.length - suggestedQuotas, suggestedQuotas };
  };

  const readPeopleFacts = async ({ id }: Portal) => {
    const people = await quotasOf(deps.db, id).listPeople();
    const active = people.filter(({ archived }) => !archived);
    const managing = new Set(active.map(({ managerId }) => managerId));
    return {
      activePeople: active.length,
      withoutManager: active.filter(({ managerId }) => managerId === null).length,
      suggestedManagers: suggestManagers(people, await directoryOf(deps.db, id).listTeams()).size,
      managers: active.filter(({ ownerId }) => managing.has(ownerId)).map(({ name }) => name),
    };
  };

  const view = async (portal: Portal): Promise<SetupView> => {
    const store = forPortal(deps.db, portal.id);
    const { timeZone } = portal;
    const seen = new Map((await store.listSeenCards()).map(({ card, at }) => [card, at]));
    const cards = deps.manifest.cards.map(({ uid, name, location }) => {
      const at = seen.get(uid);
      return {
        uid,
        name,
        place: places[location] ?? location,
        seenLabel: at ? localMoment(at, timeZone) : null,
      };
    });
    const progress = describeReading(await progressOf(deps.db, portal.id).read());
    const history = await historyOf(portal);
    const people = await readPeopleFacts(portal);
    const gaps = await gapsOf(deps.db, portal.id).count(setupChecks, deps.clock.now());
    const steps = listSetupSteps({
      portalName: portal.name,
      isRead: portal.readyAt !== null,
      progress,
      deals: (await dealsOf(deps.db, portal.id).countDeals()).all,
      openWithGap: gaps.openWithGap,
      history: { isKnown: history.kind !== 'waiting', sentence: history.sentence },
      ...people,
      ...(await readQuotaFacts(portal)),
      mayWrite: mayWrite(deps.manifest, portal.scopes),
      sharingLevel: portal.sharingLevel,
      isWriting: portal.mayWriteBack && mayWrite(deps.manifest, portal.scopes),
      cards,
      confirmed: new Map(
        (await store.listConfirmed()).map(({ step, at }) => [step, localMoment(at, timeZone)]),
      ),
    });
    return {
      portalName: portal.name,
      ...describeReadiness(steps),
      steps,
      progress,
      cards,
      invitation: { managers: people.managers, text: writeInvitation(portal.name) },
    };
  };

  return {
    async read({ portal }) {
      return ok(await view(portal));
    },

    async confirm({ portal, userId }, { step }) {
      const at = deps.realClock.now();
      await inTransaction(deps.db, async (trx) => {
        await forPortal(trx, portal.id).confirm(step, userId, at);
        await auditOf(trx, portal.id).add({ at, userId, action: 'confirm step', details: { step } });
      });
      return ok(await view(portal));
    },

    async history({ portal }) {
      return ok(await historyOf(portal));
    },

    async noteCard(portalId, subject, place) {
      const card = deps.manifest.cards.find(
        ({ uid, location }) => location === place && uid.startsWith(`sideline_${subject}_`),
      );
      const mark = `${portalId} ${card?.uid ?? ''}`;
      if (!card || noted.has(mark)) return;
      await forPortal(deps.db, portalId).noteCard(card.uid, deps.realClock.now());
      noted.add(mark);
    },
  };
}

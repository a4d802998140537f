import { auditOf } from '../../../access/index.ts';
import type {
  RemovePropertiesRequest,
  StartWritingRequest,
  SwitchPropertyRequest,
  WritePlanView,
  WritesView,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import {
  forPortal as installOf,
  mayWrite,
  pauseWriteBack,
  propertyChoicesOf,
  removeOurProperties,
  sortProperties,
  switchProperty,
} from '../../../install/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealsOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { forgetWritten, planWriteBack, summariseWritten, type WriteBackPlan } from '../../../sync/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { forPortal as setupOf } from '../setup/store.ts';
import { describePlan, examplesOfPlan } from './describe-plan.ts';
import { describeWrites } from './describe-writes.ts';

export interface WritesSettings {
  read(caller: Caller): Promise<Result<WritesView, Refusal>>;
  /** What would be written now; changes nothing. */
  plan(caller: Caller): Promise<Result<WritePlanView, Refusal>>;
  start(caller: Caller, request: StartWritingRequest): Promise<Result<WritesView, Refusal>>;
  pause(caller: Caller): Promise<Result<WritesView, Refusal>>;
  resume(caller: Caller): Promise<Result<WritesView, Refusal>>;
  /** One of the properties that are made and written only when ops want them. */
  switchProperty(caller: Caller, request: SwitchPropertyRequest): Promise<Result<WritesView, Refusal>>;
  remove(caller: Caller, request: RemovePropertiesRequest): Promise<Result<WritesView, Refusal>>;
}

const OWNERS_A_STEP = 100;
/** More would keep the page waiting; what is left is like what was counted. */
const DEALS_A_PLAN = 20_000;
const STEP = 'write';

/** What is written to HubSpot: the plan before the first write, what was written, pause and remove. */
export function createWritesSettings(deps: SettingsDependencies): WritesSettings {
  const { db, manifest } = deps;
  const optional = manifest.properties.definitions.filter(({ written }) => written === 'whenSwitchedOn');

  const view = async (portalId: number): Promise<WritesView> => {
    const portal = await installOf(db, portalId).read();
    if (!portal) throw new Error(`portal ${portalId} is gone`);
    const written = await summariseWritten(db, portal.id);
    const choices = await propertyChoicesOf(db, portal.id).list();
    const { wanted, unwanted } = sortProperties(manifest, choices);
    const confirmed = await setupOf(db, portal.id).listConfirmed();
    return describeWrites({
      isGranted: mayWrite(manifest, portal.scopes),
      isOn: portal.mayWriteBack,
      hasBegun: confirmed.some(({ step }) => step === STEP) || written.length > 0,
      definitions: [...wanted, ...unwanted],
      choices: optional.map(({ name, label, description }) => ({
        name,
        label,
        description,
        isOn: choices.find((choice) => choice.name === name)?.isOn ?? null,
      })),
      written,
      timeZone: portal.timeZone,
    });
  };

  const refuseUngranted = ({ scopes }: Portal): Refusal | null =>
    mayWrite(manifest, scopes)
      ? null
      : {
          code: 'bad_request',
          message: 'Your account has not granted writing. Grant it under Features, then come back.',
        };

  /** Owners in portions, so that a large portal is never in memory whole. */
  const planAll = async (portal: Portal) => {
    const ownerIds = await dealsOf(db, portal.id).listOwnerIds();
    const patches: WriteBackPlan['patches'][number][] = [];
    let upToDate = 0;
    for (let start = 0; start < ownerIds.length; start += OWNERS_A_STEP) {
      if (patches.length + upToDate >= DEALS_A_PLAN) break;
      const part = await planWriteBack({ ...deps, portal }, ownerIds.slice(start, start + OWNERS_A_STEP));
      patches.push(...part.patches);
      upToDate += part.unchanged.length;
    }
    return { patches, upToDate };
  };

  return {
    async read({ portal }) {
      return ok(await view(portal.id));
    },

    async plan({ portal }) {
      if (!portal.readyAt)
        return err({
          code: 'not_ready',
          message: 'Sideline is still reading your deals. The plan follows when that is done.',
        });
      const { patches, upToDate } = await planAll(portal);
      const names = new Map<string, string>();
      for (const { recordId } of patches.slice(0, examplesOfPlan)) {
        const found = await dealsOf(db, portal.id).read(recordId);
        if (found) names.set(recordId, found.deal.name);
      }
      const { open } = await dealsOf(db, portal.id).countDeals();
      const planned = patches.length + upToDate;
      return ok(
        describePlan({
          portalId: portal.id,
          patches,
          upToDate,
          names,
          definitions: manifest.properties.definitions,
          planned,
          writable: planned < DEALS_A_PLAN ? planned : Math.max(planned, open),
        }),
      );
    },

    async start({ portal, userId }) {
      const refusal = refuseUngranted(portal);
      if (refusal) return err(refusal);
      const at = deps.realClock.now();
      await inTransaction(db, async (trx) => {
        await installOf(trx, portal.id).choose({ mayWriteBack: true });
        await setupOf(trx, portal.id).confirm(STEP, userId, at);
        await auditOf(trx, portal.id).add({ at, userId, action: 'start writing', details: {} });
      });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok(await view(portal.id));
    },

    async pause({ portal, userId }) {
      if (portal.mayWriteBack)
        await pauseWriteBack(db, portal.id, { isPaused: true, userId, at: deps.realClock.now() });
      return ok(await view(portal.id));
    },

    async resume({ portal, userId }) {
      const refusal = refuseUngranted(portal);
      if (refusal) return err(refusal);
      const before = await view(portal.id);
      if (before.state === 'notAsked')
        return err({
          code: 'bad_request',
          message: 'Nothing was written yet. Look at the plan and start from there.',
        });
      if (before.state === 'paused') {
        await pauseWriteBack(db, portal.id, { isPaused: false, userId, at: deps.realClock.now() });
        await deps.queue.send('work-portal', { portalId: portal.id });
      }
      return ok(await view(portal.id));
    },

    async switchProperty({ portal, userId }, choice) {
      const refusal = refuseUngranted(portal);
      if (refusal) return err(refusal);
      if (!optional.some(({ name }) => name === choice.name))
        return err({ code: 'not_found', message: 'There is no such property to switch.', field: 'name' });
      const session = deps.openSession(portal.id);
      const switched = await switchProperty(deps.install, { portal, session, userId, choice });
      if (!switched.ok)
        return err({
          code: 'unavailable',
          message: `HubSpot did not take the property: ${switched.failure.message} Try again in a minute.`,
        });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok(await view(portal.id));
    },

    async remove({ portal, userId }) {
      const refusal = refuseUngranted(portal);
      if (refusal) return err(refusal);
      const leaving = {
        deps: deps.install,
        portalId: portal.id,
        session: deps.openSession(portal.id),
        userId,
      };
      const removed = await removeOurProperties(leaving, (portalId) => forgetWritten(db, portalId));
      if (!removed.ok)
        return err({
          code: 'unavailable',
          message: `HubSpot did not take the properties out: ${removed.failure.message} Writing has stopped; try again in a minute.`,
        });
      const [kept] = removed.value.kept;
      if (kept)
        return err({
          code: 'bad_request',
          message: `HubSpot keeps ${removed.value.kept.map(({ name }) => name).join(', ')}: ${kept.message} Take it out of lists, reports and workflows, then try again. The others are gone.`,
        });
      await setupOf(db, portal.id).withdraw(STEP);
      return ok(await view(portal.id));
    },
  };
}

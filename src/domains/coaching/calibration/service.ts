import { auditOf } from '../../../access/index.ts';
import type {
  CalibrationView,
  Done,
  ScoreCalibrationRequest,
  StartCalibrationRequest,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealsOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, standsAbove, mapManagers } from '../../quota/index.ts';
import { refuseLevels } from '../rubric/refuse-levels.ts';
import type { RubricDependencies } from '../rubric/service.ts';
import { forPortal as rubricsOf } from '../rubric/store.ts';
import { compareManagers } from './compare-managers.ts';
import { describeCalibration } from './describe-calibration.ts';
import { listManagers } from './list-managers.ts';
import { forPortal } from './store.ts';
import type { Calibration } from './types.ts';

export interface CalibrationService {
  /** What the viewer began, was asked, and may know of the outcome. */
  read(caller: Caller): Promise<Result<CalibrationView, Refusal>>;
  start(caller: Caller, request: StartCalibrationRequest): Promise<Result<Done, Refusal>>;
  score(caller: Caller, request: ScoreCalibrationRequest): Promise<Result<Done, Refusal>>;
}

const noSuchDeal: Refusal = {
  code: 'not_found',
  message: 'There is no such deal of your people. Copy the address of one from HubSpot.',
  field: 'dealId',
};
const noSuchCalibration: Refusal = {
  code: 'not_found',
  message: 'Nobody asks you to score this, or not any more: a calibration is open for three months.',
  field: 'calibrationId',
};

/** Calibration: a director has managers score one deal, each without the others' levels until they have scored. */
export function createCalibrationService({
  db,
  realClock,
  openSealer,
}: RubricDependencies): CalibrationService {
  const look = async ({ portal, userId }: Caller) => {
    const people = await quotasOf(db, portal.id).listPeople();
    const viewerId = findViewer(people, userId)?.ownerId ?? null;
    const store = forPortal(db, portal.id, await openSealer(portal.id));
    return { people, viewerId, managers: viewerId === null ? [] : listManagers(viewerId, people), store };
  };

  return {
    async read(caller) {
      const { portal } = caller;
      const { people, viewerId, managers, store } = await look(caller);
      const rubrics = rubricsOf(db, portal.id);
      const current = managers.length < 2 ? [] : await rubrics.listCurrent();
      const calibrations = viewerId === null ? [] : await store.list(viewerId);
      const versions = await rubrics.listVersions(calibrations);
      const rubricOf = ({ rubricId, version }: Calibration) =>
        versions.find((each) => each.rubricId === rubricId && each.version === version);
      const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
      const nameOf = (ownerId: string) => names.get(ownerId) ?? 'Somebody who has left';
      const reader = { viewerId: viewerId ?? '', nameOf, timeZone: portal.timeZone };
      const described = calibrations.flatMap((calibration) => {
        const rubric = rubricOf(calibration);
        return rubric ? [describeCalibration(calibration, rubric, reader)] : [];
      });
      return ok({
        whyNotStart: describeWhyNot(managers.length, current.length),
        managers: managers.map(({ ownerId, name }) => ({ ownerId, name })),
        rubrics: current.map(({ rubricId, rubric }) => ({ rubricId, name: rubric.name })),
        calibrations: [
          ...described.filter(({ mayScore }) => mayScore),
          ...described.filter(({ mayScore }) => !mayScore),
        ],
        agreements: compareManagers(calibrations, {
          ...reader,
          rubricOf: (calibration) => {
            const rubric = rubricOf(calibration)?.rubric;
            return rubric && { name: rubric.name, of: rubric.skills[0]?.anchors.length ?? 0 };
          },
        }),
      });
    },

    async start(caller, { dealId, rubricId, managerIds: asked }) {
      const { portal, userId } = caller;
      const { people, viewerId, managers, store } = await look(caller);
      const managerIds = [...new Set(asked)];
      const stranger = asked.findIndex((id) => !managers.some(({ ownerId }) => ownerId === id));
      if (viewerId === null || stranger >= 0)
        return err({
          code: 'not_found',
          message: 'There is no such manager among those who report to you. Choose from the list.',
          field: `managerIds.${Math.max(stranger, 0)}`,
        });
      const repId = (await dealsOf(db, portal.id).read(dealId))?.deal.ownerId ?? null;
      const managerOf = mapManagers(people);
      if (repId === null || repId === viewerId || !standsAbove(viewerId, repId, managerOf))
        return err(noSuchDeal);
      const rubric = (await rubricsOf(db, portal.id).listCurrent()).find(
        (each) => each.rubricId === rubricId,
      );
      if (!rubric)
        return err({
          code: 'not_found',
          message: 'There is no such rubric in use. Choose from the list.',
          field: 'rubricId',
        });
      if (managerIds.length < 2 || managerIds.includes(repId))
        return err({
          code: 'bad_request',
          message: managerIds.includes(repId)
            ? 'This deal belongs to one of the managers, and nobody scores themselves here. Choose another deal.'
            : 'Choose two managers or more: one alone agrees with nobody.',
          field: 'managerIds',
        });
      const done = { message: 'Started. Each scores without seeing the others, within three months.' };
      const calibration = { directorId: viewerId, repId, dealId, rubricId, version: rubric.version };
      // The same again, after an answer that never arrived, is no second calibration.
      if ((await store.list(viewerId)).some((each) => isSame(each, calibration, managerIds))) return ok(done);
      const [before] = await store.listAsked(calibration, managerIds);
      if (before !== undefined)
        return err({
          code: 'bad_request',
          message:
            'One of them scores this deal by this rubric already, and twice says nothing new. Choose another deal.',
          field: 'dealId',
        });
      const at = realClock.now();
      const sealer = await openSealer(portal.id);
      await inTransaction(db, async (trx) => {
        const id = await forPortal(trx, portal.id, sealer).begin(calibration, managerIds, at);
        const details = { calibrationId: id, dealId, managers: managerIds };
        await auditOf(trx, portal.id).add({ at, userId, action: 'start calibration', details });
      });
      return ok(done);
    },

    async score(caller, { calibrationId, levels }) {
      const { portal, userId } = caller;
      const { viewerId, store } = await look(caller);
      const found = viewerId && (await store.list(viewerId)).find(({ id }) => id === calibrationId);
      const own = found && found.scorings.find(({ managerId }) => managerId === viewerId);
      if (!viewerId || !found || !own) return err(noSuchCalibration);
      const [published] = await rubricsOf(db, portal.id).listVersions([found]);
      const refused = refuseLevels(published, levels, '');
      if (refused) return err(refused);
      const done = { message: 'Saved. You see the others’ scores as soon as they have scored.' };
      if (own.levels && JSON.stringify(own.levels) === JSON.stringify(levels)) return ok(done);
      const at = realClock.now();
      const sealer = await openSealer(portal.id);
      const isKept = await inTransaction(db, async (trx) => {
        if (!(await forPortal(trx, portal.id, sealer).score(found, viewerId, levels, at))) return false;
        await auditOf(trx, portal.id).add({
          at,
          userId,
          action: 'score calibration',
          details: { calibrationId },
        });
        return true;
      });
      return isKept
        ? ok(done)
        : err({
            code: 'conflict',
            message: 'You have scored this already, and that stands: you may have seen the others since.',
            field: 'calibrationId',
          });
    },
  };
}

function describeWhyNot(managers: number, rubrics: number): string | null {
  if (managers < 2)
    return 'Two managers or more who report to you can be calibrated. Ops can set who reports to whom.';
  if (rubrics === 0) return 'There is no rubric yet. Ops can publish one in the settings, under Coaching.';
  return null;
}

function isSame(
  { scorings, ...before }: Calibration,
  {
    directorId,
    dealId,
    rubricId,
    version,
  }: Pick<Calibration, 'directorId' | 'dealId' | 'rubricId' | 'version'>,
  managerIds: readonly string[],
): boolean {
  return (
    before.directorId === directorId &&
    before.dealId === dealId &&
    before.rubricId === rubricId &&
    before.version === version &&
    scorings.length === managerIds.length &&
    scorings.every(({ managerId }) => managerIds.includes(managerId))
  );
}

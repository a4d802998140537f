import { auditOf, rolesOf } from '../../../access/index.ts';
import type {
  AboutMeView,
  DisconnectRequest,
  Done,
  ErasePersonRequest,
  ErasePortalRequest,
  ErasurePreview,
  ExportView,
  PersonRequest,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { disconnectPortal, erasePortal, mayWrite, removeOurProperties } from '../../../install/index.ts';
import { periodAt } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { directoryOf, dirtyOwnersOf } from '../../../mirror/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { inTransaction } from '../../../store/index.ts';
import { forgetWritten } from '../../../sync/index.ts';
import { heldCoachingOf } from '../../coaching/index.ts';
import { findViewer, quotasOf, reportsOf, type Person } from '../../quota/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { describeHeld, describeOnDeals } from './describe-held.ts';
import { mustConfirm, refusedByHubSpot } from './refuse-leaving.ts';
import { describeErased, foreseeErasure, foreseePortalErasure } from './foresee-erasure.ts';
import { describeHeldCoaching } from './describe-held-coaching.ts';
import { describeViewers } from './describe-viewers.ts';
import { listViewers } from './list-viewers.ts';
import { forPortal } from './store.ts';

export interface PrivacySettings {
  aboutMe(caller: Caller): Promise<Result<AboutMeView, Refusal>>;
  exportMe(caller: Caller): Promise<Result<ExportView, Refusal>>;
  exportPerson(caller: Caller, request: PersonRequest): Promise<Result<ExportView, Refusal>>;
  exportPortal(caller: Caller): Promise<Result<ExportView, Refusal>>;
  previewErasure(caller: Caller, request: PersonRequest): Promise<Result<ErasurePreview, Refusal>>;
  erasePerson(caller: Caller, request: ErasePersonRequest): Promise<Result<Done, Refusal>>;
  previewPortalErasure(caller: Caller): Promise<Result<ErasurePreview, Refusal>>;
  disconnect(caller: Caller, request: DisconnectRequest): Promise<Result<Done, Refusal>>;
  erasePortal(caller: Caller, request: ErasePortalRequest): Promise<Result<Done, Refusal>>;
}

const rights = [
  'Export what is held on you, on this page.',
  'Ask your ops for a copy of your coaching with private notes about you: it comes to this page, and nobody else can open it.',
  'Ask your ops to correct it, or to erase it.',
  'Sideline measures deals, and no activity of yours: no calls, no mails, no hours.',
];

/** What is held on people: shown to themselves, exported, erased; and the end of the whole connection. */
export function createPrivacySettings(deps: SettingsDependencies): PrivacySettings {
  const { db } = deps;
  const findPerson = async (portalId: number, isWanted: (person: Person) => boolean) =>
    (await quotasOf(db, portalId).listPeople()).find(isWanted) ?? null;

  /** Coaching text goes into the file of the person who asks for their own, and into nobody else's. */
  const exportOf = async (
    portal: Portal,
    { ownerId, userId }: Pick<Person, 'ownerId' | 'userId'>,
    isOwn: boolean,
  ): Promise<ExportView> => {
    const held = {
      ...(await forPortal(db, portal.id).readHeld(ownerId, userId)),
      ...(await heldCoachingOf(db, portal.id).list(ownerId)),
      ...(isOwn && { coaching: await deps.coaching.copies.readOwn(portal.id, ownerId) }),
      ...(isOwn && { pulse: await deps.pulse.readOwn(portal.id, ownerId) }),
    };
    const madeAt = deps.realClock.now().toISOString();
    return {
      fileName: `sideline-${portal.id}-owner-${ownerId}.json`,
      json: JSON.stringify({ madeAt, portalId: portal.id, ownerId, userId, held }, null, 2),
    };
  };

  const findErasable = async (portalId: number, ownerId: string): Promise<Result<Person, Refusal>> => {
    const person = await findPerson(portalId, (each) => each.ownerId === ownerId);
    return person
      ? ok(person)
      : err({ code: 'not_found', message: 'Sideline knows nobody with this number.', field: 'ownerId' });
  };

  const foresee = async (portal: Portal, person: Person): Promise<ErasurePreview> => {
    const held = await forPortal(db, portal.id).readHeld(person.ownerId, person.userId);
    return foreseeErasure({
      name: person.name,
      isActive: !person.archived,
      quotas: held['quotas']?.length ?? 0,
      reports: held['reports']?.length ?? 0,
      actions: held['actions']?.length ?? 0,
    });
  };

  /** Takes properties out first where that is wished: afterwards nobody may. */
  const leave = async (
    { portal, userId }: Caller,
    { confirm, removeProperties }: DisconnectRequest,
    end: typeof disconnectPortal,
  ): Promise<Result<null, Refusal>> => {
    const unconfirmed = mustConfirm(confirm, portal.name);
    if (unconfirmed) return err(unconfirmed);
    const leaving = { deps: deps.install, portalId: portal.id, session: deps.openSession(portal.id), userId };
    if (removeProperties && mayWrite(deps.manifest, portal.scopes)) {
      const removed = await removeOurProperties(leaving, (portalId) => forgetWritten(db, portalId));
      if (!removed.ok) return err(refusedByHubSpot('take the properties out', removed.failure.message));
      const [kept] = removed.value.kept;
      if (kept)
        return err({
          code: 'bad_request',
          message: `HubSpot keeps ${kept.name}: ${kept.message} Take it out of lists, reports and workflows, or leave without removing properties.`,
          field: 'removeProperties',
        });
    }
    const ended = await end(leaving);
    return ended.ok ? ok(null) : err(refusedByHubSpot('end the connection', ended.failure.message));
  };

  return {
    async aboutMe({ portal, userId, isOps }) {
      const people = await quotasOf(db, portal.id).listPeople();
      const person = findViewer(people, userId);
      const owners = new Map(people.map((each) => [each.ownerId, each]));
      const names = new Map(
        people.flatMap((each) => (each.userId === null ? [] : [[each.userId, each.name]])),
      );
      const opsViewers = (await rolesOf(db, portal.id).list())
        .filter((role) => role.userId !== userId)
        .map((role) => ({
          name: names.get(role.userId) ?? `User ${role.userId}`,
          because: 'runs Sideline (ops)',
          since: `since ${localDay(role.grantedAt, portal.timeZone)}`,
        }));
      if (!person)
        return ok({
          name: names.get(userId) ?? 'You',
          remark:
            'HubSpot knows no active deal owner behind your user, so Sideline holds no figures of yours.',
          held: [],
          viewers: [],
          onDeals: describeOnDeals(portal.sharingLevel),
          copy: null,
          handover: null,
          rights,
        });
      const period = periodAt(calendarOf(portal), portal.periodKind, deps.clock.now());
      const reports = await reportsOf(db, portal.id).read();
      const held = await forPortal(db, portal.id).readHeld(person.ownerId, userId);
      const teams = await directoryOf(db, portal.id).listTeams();
      return ok({
        name: person.name,
        remark: null,
        held: [
          ...describeHeld({
            person,
            teamName: teams.find(({ id }) => id === person.teamId)?.name ?? null,
            managerName: owners.get(person.managerId ?? '')?.name ?? null,
            period,
            standing: await deps.quota.measure(portal, person, period),
            openDeals: held['deals']?.filter((deal) => deal['is_closed'] === false).length ?? 0,
            isOps,
            actions: held['actions']?.length ?? 0,
          }),
          ...describeHeldCoaching(await heldCoachingOf(db, portal.id).list(person.ownerId), person.ownerId),
        ],
        viewers: [
          ...describeViewers(listViewers(person.ownerId, reports), owners, portal.timeZone),
          ...opsViewers,
        ],
        onDeals: describeOnDeals(portal.sharingLevel),
        copy: await deps.coaching.copies.describeOwn(portal, person.ownerId),
        handover: await deps.coaching.handover.describe(portal.id, person.ownerId, null),
        rights,
      });
    },

    async exportMe({ portal, userId }) {
      const person = findViewer(await quotasOf(db, portal.id).listPeople(), userId);
      if (!person)
        return err({
          code: 'not_found',
          message: 'HubSpot knows no active deal owner behind your user, so there is nothing to export.',
        });
      return ok(await exportOf(portal, person, true));
    },

    async exportPerson({ portal, userId }, { ownerId }) {
      const person = await findErasable(portal.id, ownerId);
      if (!person.ok) return person;
      const details = { ownerId };
      await auditOf(db, portal.id).add({
        at: deps.realClock.now(),
        userId,
        action: 'export person',
        details,
      });
      return ok(await exportOf(portal, person.value, false));
    },

    async exportPortal({ portal, userId }) {
      const madeAt = deps.realClock.now();
      await auditOf(db, portal.id).add({ at: madeAt, userId, action: 'export portal', details: {} });
      const settings = await forPortal(db, portal.id).readSettings();
      return ok({
        fileName: `sideline-${portal.id}-settings.json`,
        json: JSON.stringify({ madeAt: madeAt.toISOString(), portal, ...settings }, null, 2),
      });
    },

    async previewErasure({ portal }, { ownerId }) {
      const person = await findErasable(portal.id, ownerId);
      return person.ok ? ok(await foresee(portal, person.value)) : person;
    },

    async erasePerson(caller, { ownerId, confirm }) {
      const { portal } = caller;
      const found = await findErasable(portal.id, ownerId);
      if (!found.ok) return found;
      const { userId, name } = found.value;
      const unconfirmed = mustConfirm(confirm, name);
      if (unconfirmed) return err(unconfirmed);
      const withdrawCopies = await deps.coaching.copies.openWithdrawing(portal.id);
      const forgetPulse = await deps.pulse.openForgetting(portal.id);
      const word = `erased ${ownerId}`;
      const at = deps.realClock.now();
      const withdrawn = await inTransaction(db, async (trx) => {
        const roles = rolesOf(trx, portal.id);
        if (userId !== null && (await roles.holds(userId, 'ops'))) {
          if (!(await roles.withdrawUnlessLast(userId, 'ops'))) return null;
        }
        const whose = await withdrawCopies(trx, ownerId, at);
        await forPortal(trx, portal.id).eraseHeld(ownerId, userId, word);
        await heldCoachingOf(trx, portal.id).erase(ownerId);
        await forgetPulse(trx, ownerId);
        await directoryOf(trx, portal.id).eraseOwner(ownerId, at);
        await auditOf(trx, portal.id).pseudonymise([ownerId, ...(userId === null ? [] : [userId])], word);
        const audited = { at, userId: caller.userId === userId ? word : caller.userId };
        for (const each of whose)
          await auditOf(trx, portal.id).add({
            ...audited,
            action: 'withdraw coaching copy',
            details: { ownerId: each },
          });
        await auditOf(trx, portal.id).add({
          ...audited,
          action: 'erase person',
          details: { person: word },
        });
        await dirtyOwnersOf(trx, portal.id).markEverybody();
        return whose.length;
      });
      if (withdrawn === null)
        return err({
          code: 'bad_request',
          message: `${name} is the only one of ops. Make somebody else ops first.`,
          field: 'ownerId',
        });
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok({ message: describeErased(withdrawn) });
    },

    previewPortalErasure: ({ portal }) => Promise.resolve(ok(foreseePortalErasure(portal.name))),

    async disconnect(caller, request) {
      const left = await leave(caller, request, disconnectPortal);
      return left.ok
        ? ok({
            message:
              'Disconnected. What Sideline knows is kept for a while, in case you come back; then it is erased.',
          })
        : left;
    },

    async erasePortal(caller, request) {
      const left = await leave(caller, request, erasePortal);
      return left.ok ? ok({ message: 'Everything that Sideline knew of this account is erased.' }) : left;
    },
  };
}

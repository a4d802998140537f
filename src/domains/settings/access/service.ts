import { auditOf, rolesOf } from '../../../access/index.ts';
import type { AuditRequest, AuditView, RoleRequest, RolesView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { readUser } from '../../../hubspot/index.ts';
import { featureNames, openFeatures } from '../../../install/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { datedMoment, localDay } from '../../../kernel/local-day.ts';
import { directoryOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { refuseClaim } from './refuse-claim.ts';
import { describeAuditAction, describeAuditDetails } from './describe-audit-entry.ts';

export interface AccessSettings {
  roles(caller: Caller): Promise<Result<RolesView, Refusal>>;
  grant(caller: Caller, request: RoleRequest): Promise<Result<RolesView, Refusal>>;
  /** Makes ops of whoever HubSpot calls a super admin at this moment. */
  claim(caller: Caller): Promise<Result<RolesView, Refusal>>;
  withdraw(caller: Caller, request: RoleRequest): Promise<Result<RolesView, Refusal>>;
  audit(caller: Caller, request: AuditRequest): Promise<Result<AuditView, Refusal>>;
}

const ENTRIES_A_PAGE = 50;

/** Who runs Sideline in a portal, and what was done there. */
export function createAccessSettings(deps: SettingsDependencies): AccessSettings {
  const roles = async ({ portal, userId }: Caller): Promise<Result<RolesView, Refusal>> => {
    const owners = await directoryOf(deps.db, portal.id).listOwners();
    const names = new Map(
      owners.flatMap((owner) => (owner.userId === null ? [] : [[owner.userId, owner.name]])),
    );
    const nameOf = (id: string) => names.get(id) ?? `User ${id}`;
    const granted = await rolesOf(deps.db, portal.id).list();
    const holders = new Set(granted.map((each) => each.userId));
    return ok({
      explanation:
        'Ops run these settings and see every figure. They never see what somebody wrote for one other person.',
      ops: granted.map((each) => ({
        userId: each.userId,
        name: nameOf(each.userId),
        isYou: each.userId === userId,
        since: `since ${localDay(each.grantedAt, portal.timeZone)}, ${
          each.grantedBy === each.userId ? bySelf(portal, each.userId) : `from ${nameOf(each.grantedBy)}`
        }`,
        mayWithdraw: granted.length > 1,
      })),
      candidates: owners
        .flatMap((owner) =>
          owner.userId === null || owner.archived || holders.has(owner.userId)
            ? []
            : [{ userId: owner.userId, name: owner.name }],
        )
        .sort((left, right) => left.name.localeCompare(right.name, 'en')),
    });
  };

  return {
    roles,

    async grant(caller, { userId }) {
      const { portal } = caller;
      const owners = await directoryOf(deps.db, portal.id).listOwners();
      if (!owners.some((owner) => owner.userId === userId && !owner.archived))
        return err({
          code: 'bad_request',
          message: 'Sideline knows no active HubSpot user with this number. Choose somebody of the list.',
          field: 'userId',
        });
      const at = deps.realClock.now();
      await inTransaction(deps.db, async (trx) => {
        await rolesOf(trx, portal.id).grant({ userId, role: 'ops', grantedBy: caller.userId, grantedAt: at });
        const details = { role: 'ops', userId };
        await auditOf(trx, portal.id).add({ at, userId: caller.userId, action: 'grant role', details });
      });
      return roles(caller);
    },

    async claim(caller) {
      const { portal, userId, isOps } = caller;
      if (isOps) return roles(caller);
      const features = await openFeatures(deps, portal);
      const asked = await features.attempt(featureNames.superAdmins, () =>
        readUser(deps.openSession(portal.id), userId),
      );
      const refusal = refuseClaim(asked, userId);
      if (refusal) return err(refusal);
      const at = deps.realClock.now();
      await inTransaction(deps.db, async (trx) => {
        await rolesOf(trx, portal.id).grant({ userId, role: 'ops', grantedBy: userId, grantedAt: at });
        const details = { role: 'ops' };
        await auditOf(trx, portal.id).add({ at, userId, action: 'claim role', details });
      });
      return roles(caller);
    },

    async withdraw(caller, { userId }) {
      const { portal } = caller;
      const at = deps.realClock.now();
      const outcome = await inTransaction(deps.db, async (trx) => {
        if (!(await rolesOf(trx, portal.id).holds(userId, 'ops'))) return 'notHeld';
        if (!(await rolesOf(trx, portal.id).withdrawUnlessLast(userId, 'ops'))) return 'last';
        const details = { role: 'ops', userId };
        await auditOf(trx, portal.id).add({ at, userId: caller.userId, action: 'withdraw role', details });
        return 'withdrawn';
      });
      if (outcome === 'last')
        return err({
          code: 'bad_request',
          message: 'Somebody has to run Sideline. Make somebody else ops first.',
          field: 'userId',
        });
      return roles(caller);
    },

    async audit({ portal }, { after }) {
      const before = after === undefined ? null : Number(after);
      const entries = await auditOf(deps.db, portal.id).listBefore(before, ENTRIES_A_PAGE + 1);
      const shown = entries.slice(0, ENTRIES_A_PAGE);
      const owners = await directoryOf(deps.db, portal.id).listOwners();
      const names = new Map(
        owners.flatMap(({ id, userId, name }) => [
          [id, name] as const,
          ...(userId === null ? [] : [[userId, name] as const]),
        ]),
      );
      return ok({
        entries: shown.map(({ id, at, userId, action, details }) => ({
          id: String(id),
          atLabel: datedMoment(at, portal.timeZone),
          who: userId === null ? 'Sideline' : (names.get(userId) ?? `User ${userId}`),
          action: describeAuditAction(action),
          details: describeAuditDetails(details, (id) => names.get(id)),
        })),
        after: entries.length > ENTRIES_A_PAGE ? String(shown.at(-1)?.id ?? '') : null,
      });
    },
  };
}

function bySelf({ installedBy }: Portal, userId: string): string {
  return userId === installedBy ? 'by connecting Sideline' : 'as a super admin of HubSpot';
}

import type { Kysely } from 'kysely';
import { auditOf } from '../access/index.ts';
import type { HubSpotFailure, PortalSession } from '../hubspot/index.ts';
import type { Portal } from '../kernel/portal.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Manifest } from '../manifest/index.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import type { Tables } from '../store/index.ts';
import { forPortal as choicesOf } from './properties/choices/store.ts';
import { forPortal as conflictsOf } from './properties/store.ts';
import { provisionProperties, type Provisioned } from './provision-properties.ts';

/**
 * Sees to it that the portal has Sideline's properties, while it wants them: deleted ones are made again, and a name that
 * somebody else's property has taken is remembered, so that nothing is written there. What became free is written anew.
 */
export async function keepProperties(input: {
  readonly db: Kysely<Tables>;
  readonly session: PortalSession;
  readonly manifest: Manifest;
  readonly portal: Pick<Portal, 'id' | 'scopes' | 'mayWriteBack'>;
  readonly at: Date;
}): Promise<Result<Provisioned, HubSpotFailure>> {
  const { db, session, manifest, portal, at } = input;
  if (!portal.mayWriteBack) return ok({ provisioned: false, made: [], conflicts: [] });
  const provisioned = await provisionProperties(
    session,
    manifest,
    portal.scopes,
    await choicesOf(db, portal.id).list(),
  );
  if (!provisioned.ok || !provisioned.value.provisioned) return provisioned;
  const { made, conflicts } = provisioned.value;
  const before = await conflictsOf(db, portal.id).list();
  if (JSON.stringify(before.toSorted(byName)) !== JSON.stringify(conflicts.toSorted(byName))) {
    await conflictsOf(db, portal.id).replace(conflicts);
    await dirtyOwnersOf(db, portal.id).markEverybody();
  }
  if (made.length > 0)
    await auditOf(db, portal.id).add({
      at,
      userId: null,
      action: 'make properties again',
      details: { properties: made },
    });
  return provisioned;
}

const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);

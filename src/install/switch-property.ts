import { auditOf } from '../access/index.ts';
import type { HubSpotFailure, PortalSession } from '../hubspot/index.ts';
import type { Portal } from '../kernel/portal.ts';
import { ok, type Result } from '../kernel/result.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import { inTransaction } from '../store/index.ts';
import type { InstallDependencies } from './dependencies.ts';
import { provisionProperties } from './provision-properties.ts';
import { forPortal as choicesOf, type PropertyChoice } from './properties/choices/store.ts';
import { forPortal as conflictsOf } from './properties/store.ts';

/**
 * Has one property written from now on, or not any more. Switched on, it is made at once, so that whoever asked hears what
 * HubSpot says; switched off, the next pass empties it wherever it stands, and it stays in HubSpot until the properties are removed.
 */
export async function switchProperty(
  { db, clock, manifest }: Pick<InstallDependencies, 'db' | 'clock' | 'manifest'>,
  {
    portal,
    session,
    userId,
    choice,
  }: {
    readonly portal: Pick<Portal, 'id' | 'scopes'>;
    readonly session: PortalSession;
    readonly userId: string;
    readonly choice: PropertyChoice;
  },
): Promise<Result<null, HubSpotFailure>> {
  const before = await choicesOf(db, portal.id).list();
  if (before.find(({ name }) => name === choice.name)?.isOn === choice.isOn) return ok(null);
  if (choice.isOn) {
    const choices = [...before.filter(({ name }) => name !== choice.name), choice];
    const provisioned = await provisionProperties(session, manifest, portal.scopes, choices);
    if (!provisioned.ok) return provisioned;
    await conflictsOf(db, portal.id).replace(provisioned.value.conflicts);
  }
  await inTransaction(db, async (trx) => {
    await choicesOf(trx, portal.id).choose(choice);
    await dirtyOwnersOf(trx, portal.id).markEverybody();
    await auditOf(trx, portal.id).add({
      at: clock.now(),
      userId,
      action: 'switch property',
      details: { ...choice },
    });
  });
  return ok(null);
}

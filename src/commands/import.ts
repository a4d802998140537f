import { readFile } from 'node:fs/promises';
import type { Sideline } from '../compose.ts';
import { choosePortal } from './choose-portal.ts';
import { importFiles } from './import-files.ts';

export interface ImportOptions {
  readonly people: string | null;
  readonly quotas: string | null;
  /** Needed only where several portals are connected. */
  readonly portalId: number | null;
}

/** `sideline import`: takes people and quotas over into a connected portal's Sideline. Deals stay HubSpot's own. */
export async function importIntoPortal(sideline: Sideline, options: ImportOptions): Promise<void> {
  if (options.people === null && options.quotas === null) {
    throw new Error('Name what to import: --people FILE, --quotas FILE, or both.');
  }
  const portalId = await choosePortal(sideline, options.portalId);
  const { portal } = await sideline.syncOf(portalId);
  const read = (path: string | null) => (path === null ? null : readFile(path, 'utf8'));
  await importFiles(
    sideline.sync.quota,
    portal,
    { people: await read(options.people), quotas: await read(options.quotas) },
    (line) => process.stdout.write(`${line}\n`),
  );
  process.stdout.write('The numbers follow at the next sync: sideline sync --dry-run shows them first.\n');
}

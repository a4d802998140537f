import * as z from 'zod';
import type { Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import { dealsOf } from '../mirror/index.ts';
import { followReading, followWriting } from './follow-sync.ts';
import { importFiles, type SetupFiles } from './import-files.ts';
import { installIntoSandbox } from './install-into-sandbox.ts';
import { openSandbox, type OpenSandbox, type SandboxOptions } from './open-sandbox.ts';
import type { SandboxProcess } from './sandbox-process.ts';

/** Serves Sideline beside a sandbox portal and, the first time, installs it there and syncs while one watches. */
export async function startSandbox(options: SandboxOptions): Promise<OpenSandbox> {
  say('  Starting the sandbox portal; the first time it is built, which takes a moment …');
  const open = await openSandbox(options);
  try {
    await open.sideline.work();
    await open.sideline.serve();
    await connect(open.sideline, open.sandbox, open.publicUrl);
    return open;
  } catch (error) {
    await open.stop();
    throw error;
  }
}

/** The first time: install, read, set up, write while one watches. Later: pick up whatever is left to do. */
async function connect(sideline: Sideline, sandbox: SandboxProcess, publicUrl: string): Promise<void> {
  const { portalId } = sandbox;
  const installs = installOf(sideline.database.db, portalId);
  const known = await installs.read();
  if (known?.mayWriteBack && known.readyAt) {
    await sideline.queue.send('review-portals', {});
    await sideline.queue.send('work-portal', { portalId });
    const { all } = await dealsOf(sideline.database.db, portalId).countDeals();
    say(`✓ Resumed                ${all.toLocaleString('en')} deals`);
    return;
  }
  const since = sideline.sync.clock.now();
  if (known?.connected) await sideline.queue.send('pull-portal', { portalId });
  else await installIntoSandbox(publicUrl, sandbox);
  say('✓ Installed              by the OAuth flow, into the sandbox portal');
  await followReading(sideline, portalId, since);
  const { portal } = await sideline.syncOf(portalId);
  await importFiles(sideline.sync.quota, portal, await readSetup(sandbox), say);
  // What ops would decide in the settings: the company lets everybody see attainment, has seen the plan, and writes.
  await installs.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  await sideline.queue.send('work-portal', { portalId });
  await followWriting(sideline, portalId);
}

const setupFiles = z.object({ peopleCsv: z.string().nullable(), quotasCsv: z.string().nullable() });

/** The people and quota files that the portal's ops have at hand. */
async function readSetup({ origin }: SandboxProcess): Promise<SetupFiles> {
  const response = await fetch(`${origin}/sandbox/control/setup`);
  const { peopleCsv, quotasCsv } = setupFiles.parse(await response.json());
  return { people: peopleCsv, quotas: quotasCsv };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What the sandbox says of itself once it listens. */
const readyLine = z.object({
  ready: z.literal(true),
  origin: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  appId: z.number(),
  portalId: z.number(),
  /** The business clock at this moment; differs from the real one when `--today` was given. */
  businessNow: z.iso.datetime(),
  /** Who consents to the install: the portal's invented super admin. */
  adminUserId: z.number(),
});
export type SandboxReady = z.infer<typeof readyLine>;

export interface SandboxProcess extends SandboxReady {
  stop(): Promise<void>;
  /** Called when the process ends although nobody stopped it. */
  onCrash(tell: (code: number | null) => void): void;
}

const entry = fileURLToPath(new URL('../sandbox/main.ts', import.meta.url));

/** Starts the sandbox portal in a process of its own: from then on only HTTP joins it to us. */
export async function startSandboxProcess(flags: readonly string[]): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await waitUntilReady(child);
  let stopping = false;
  return {
    ...ready,
    async stop() {
      stopping = true;
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
    onCrash(tell) {
      child.once('exit', (code) => {
        if (!stopping) tell(code);
      });
    },
  };
}

function waitUntilReady(child: ChildProcess): Promise<SandboxReady> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(
        new Error(`The sandbox portal could not start (code ${String(code)}); what it said stands above.`),
      );
    });
    if (!child.stdout) throw new Error('the sandbox has no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const parsed = line.startsWith('{') ? readyLine.safeParse(JSON.parse(line)) : null;
      if (parsed?.success) resolve(parsed.data);
      else process.stdout.write(`${line}\n`);
    });
  });
}

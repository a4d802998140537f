import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface PortalProcessOptions {
  /** Where the service listens: webhooks go there, and the OAuth callback is there. */
  readonly publicUrl: string;
  readonly deals: number;
  /** Every answer takes so long; 0 unless told. */
  readonly latencyMs?: number;
  /** In milliseconds; between two bounds changes overtake each other in search. 0 unless told. */
  readonly searchLag?: number | { readonly least: number; readonly most: number };
  /** HubSpot's own unless told. */
  readonly limits?: 'hubspot' | 'none';
  /** Another company of the same size. */
  readonly seed?: number;
  readonly port?: number;
}

export interface PortalProcess {
  readonly origin: string;
  readonly portalId: number;
  /** Who consents to an install. */
  readonly adminUserId: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('portal-process.ts', import.meta.url));

/** A portal of the invented company, as large as wanted, in a process of its own; its memory is not ours. */
export async function startPortalProcess(options: PortalProcessOptions): Promise<PortalProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const ready = await Promise.race([
    once(child.stdout, 'data').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`the portal's process ended with code ${String(code)}`))),
  ]);
  return {
    ...(JSON.parse(ready) as Omit<PortalProcess, 'pid' | 'stop'>),
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

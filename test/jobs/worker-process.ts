/**
 * One process of a service: `node worker-process.ts '{"role":"worker",…}'`. It says `ready` once it runs, and what it does as
 * lines of JSON.
 */
import { createLog } from '../../src/commands/log.ts';
import { compose } from '../../src/compose.ts';
import { businessClock } from '../../src/kernel/clock.ts';

export interface ProcessSettings {
  readonly role: 'web' | 'worker';
  readonly databaseUrl: string;
  readonly hubspotOrigin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appId: number;
  readonly publicUrl: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly key: string;
  readonly businessNow: string;
}

const settings = JSON.parse(process.argv[2] ?? '') as ProcessSettings;
const sideline = await compose({
  store: { kind: 'postgres', url: settings.databaseUrl },
  hubspotOrigin: settings.hubspotOrigin,
  authorizeOrigin: settings.hubspotOrigin,
  clientId: settings.clientId,
  clientSecrets: [settings.clientSecret],
  appId: settings.appId,
  publicUrl: settings.publicUrl,
  port: settings.port,
  metricsPort: settings.metricsPort,
  host: '127.0.0.1',
  role: settings.role,
  keys: [{ id: 'k1', key: Buffer.from(settings.key, 'base64') }],
  clock: businessClock(new Date(settings.businessNow)),
  log: createLog('info', { write: (line) => void process.stdout.write(line) }),
});
if (settings.role === 'worker') await sideline.work();
await sideline.serve();
process.once('SIGTERM', () => {
  void sideline.stop().then(() => process.exit(0));
});
process.stdout.write('ready\n');

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { format, resolveConfig } from 'prettier';
import { compose } from '../src/compose.ts';
import { systemClock } from '../src/kernel/clock.ts';

/** Where the description of the service is kept for people. */
export const apiPath = join(import.meta.dirname, '../docs/openapi.json');

/** The description of the service as it is composed, on a store that is thrown away; it serves nothing meanwhile. */
export async function describeComposedApi(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'sideline-describe-'));
  try {
    const sideline = await compose({
      store: { kind: 'embedded', directory: join(directory, 'store') },
      hubspotOrigin: 'http://localhost:9',
      authorizeOrigin: 'http://localhost:9',
      clientId: 'nobody',
      clientSecrets: ['none'],
      appId: 1,
      publicUrl: 'http://localhost:9',
      port: 9,
      host: '127.0.0.1',
      keys: [{ id: 'none', key: randomBytes(32) }],
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const text = await formatApi(sideline.api);
    await sideline.stop();
    return text;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export async function formatApi(document: unknown): Promise<string> {
  return format(JSON.stringify(document), { ...(await resolveConfig(apiPath)), filepath: apiPath });
}

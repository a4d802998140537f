import { compose, type Sideline } from '../compose.ts';
import type { LiveConfig } from '../config.ts';
import { usualLimits } from '../http/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLog } from './log.ts';

/** Builds Sideline for the real HubSpot, not serving yet. */
export function openLive(config: LiveConfig): Promise<Sideline> {
  return compose({
    store: { kind: 'postgres', url: config.databaseUrl },
    hubspotOrigin: 'https://api.hubapi.com',
    authorizeOrigin: 'https://app.hubspot.com',
    clientId: config.clientId,
    clientSecrets: config.clientSecrets,
    appId: config.appId,
    publicUrl: config.publicUrl,
    port: config.port,
    host: '0.0.0.0',
    metricsPort: config.metricsPort,
    role: config.role,
    requestLimits: usualLimits,
    keys: config.keys,
    clock: systemClock,
    log: createLog('info'),
  });
}

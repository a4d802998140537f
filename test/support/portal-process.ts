import { makeCompany } from '../../src/sandbox/company/index.ts';
import { enlargeSeed } from '../../src/sandbox/enlarge-seed.ts';
import { createPortal, noLimits } from '../../src/sandbox/portal/index.ts';
import type { PortalProcessOptions } from './start-portal-process.ts';
import { sidelineApp } from './start-portal.ts';

// A portal of the invented company in a process of its own; see `startPortalProcess`.
const options = JSON.parse(process.argv[2] ?? '{}') as PortalProcessOptions;
const portal = await createPortal({
  app: sidelineApp(options.publicUrl),
  file: null,
  seed: () => enlargeSeed(makeCompany({ now: new Date(), seed: options.seed ?? 1 }), options.deals),
  ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }),
  ...(options.searchLag !== undefined && { searchLag: options.searchLag }),
  ...(options.limits === 'none' && { limits: noLimits }),
  port: options.port ?? 0,
});
const { account, people } = portal.state;
const ready = {
  origin: portal.origin,
  portalId: account.portalId,
  adminUserId: people.values().find(({ superAdmin }) => superAdmin)?.userId,
};
process.stdout.write(`${JSON.stringify(ready)}\n`);

/**
 * The loop that a user would write with the same client (`getAll`, then one PATCH a deal) beside Sideline, to the same end
 * state, on the same portal at HubSpot's real limits and latency. `node test/bench/side-by-side.ts [deals] [latency]`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@hubspot/api-client';
import { planWriteBack, pullPortal, workPortal } from '../../src/sync/index.ts';
import { dealsOf } from '../../src/mirror/index.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { connectPortal, noPace, publicUrl } from './support/connect-portal.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const deals = Number(process.argv[2] ?? 5_000);
const latencyMs = Number(process.argv[3] ?? 400);
const settings = { publicUrl, deals, latencyMs, limits: 'hubspot' } as const;

// Sideline, from connecting to the last value written.
const [portal, store] = [await startPortalProcess(settings), await openBenchStore('embedded')];
const connected = await connectPortal(store, portal);
await sleep(10_500);
await connected.choose({ sharingLevel: 'everyone', mayWriteBack: true });
const begun = performance.now();
await pullPortal(await connected.sync());
const pulled = performance.now();
const owners = await dealsOf(store.db, connected.portalId).listOwnerIds();
// What the loop is to write, worked out beforehand: its own arithmetic costs it nothing here.
const { patches } = await planWriteBack(await connected.sync(), owners);
const planned = performance.now();
await workPortal(await connected.sync());
const sidelineSeconds = (performance.now() - planned + pulled - begun) / 1_000;
const refused = connected.calls.filter(({ status }) => status === 429).length;
await portal.stop();

// The loop, on the same portal started anew.
const other = await startPortalProcess(settings);
const fresh = await openBenchStore('embedded');
const loop = await connectPortal(fresh, other, noPace);
await sleep(10_500);
const client = new Client({ basePath: other.origin, accessToken: loop.accessToken });
const valuesOf = new Map(patches.map(({ recordId, properties }) => [recordId, properties]));
const started = performance.now();
let written = 0;
for (const { id } of await client.crm.deals.getAll(100, undefined, ['dealname', 'amount', 'dealstage'])) {
  const properties = valuesOf.get(id);
  if (!properties) continue;
  // As its documentation shows it.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  await client.crm.deals.basicApi.update(id, { properties });
  written += 1;
}
const loopSeconds = (performance.now() - started) / 1_000;

const againstLoop = `the loop: ${loopSeconds.toFixed(1)} s for ${deals} deals read, ${written} written`;
const shared = { bench: 'side-by-side', against: againstLoop };
reportFigure({
  ...shared,
  figure: 'Sideline reads and writes',
  value: sidelineSeconds,
  unit: 's',
  ratio: loopSeconds / sidelineSeconds,
  target: '>= 20',
});
reportFigure({
  ...shared,
  figure: 'of its calls refused by a limit',
  value: refused,
  unit: '429s',
  against: 'none',
  ratio: refused,
  target: '<= 0',
});
const differing = await countDiffering();
reportFigure({
  ...shared,
  figure: 'deals that end otherwise',
  value: differing,
  unit: 'deals',
  against: `${patches.length} deals`,
  ratio: differing,
  target: '<= 0',
});
await store.close();
await fresh.close();
await other.stop();

/** What Sideline's mirror says that HubSpot shows, beside what the loop wrote; as-of alone may differ. */
async function countDiffering(): Promise<number> {
  const shown = await dealsOf(store.db, connected.portalId).readShown(
    patches.map(({ recordId }) => recordId),
  );
  return patches.filter(({ recordId, properties }) => {
    const known = shown.get(recordId)?.known ?? {};
    return Object.entries(properties).some(
      ([name, value]) => name !== 'sideline_as_of' && (known[name] ?? '') !== value,
    );
  }).length;
}

import { fileURLToPath } from 'node:url';
import { listSubscriptions, readManifest, type Manifest } from '../../src/manifest/index.ts';
import {
  createPortal,
  type PortalApp,
  type PortalOptions,
  type RunningPortal,
} from '../../src/sandbox/portal/index.ts';
import { smallCompany } from './small-company.ts';

export const manifest: Manifest = readManifest(fileURLToPath(new URL('../../app.json', import.meta.url)));

export const appId = 1160452;

/** Sideline as a portal knows it, its service reached at `publicUrl`. */
export function sidelineApp(publicUrl: string): PortalApp {
  const { webhooks, scopes, workflowActions } = manifest;
  return {
    name: manifest.name,
    clientId: 'client-1',
    clientSecret: 'secret-1',
    appId,
    requiredScopes: scopes.required.map(({ name }) => name),
    optionalScopes: scopes.optional.map(({ name }) => name),
    redirectUrls: [`${publicUrl}${manifest.redirectPath}`],
    webhookTarget: `${publicUrl}${webhooks.path}`,
    subscriptions: listSubscriptions(manifest),
    fetchOrigins: { 'https://sideline.example': publicUrl },
    variables: {},
    cards: [],
    pages: [],
    workflowActions: workflowActions.map((action) => ({ ...action, target: `${publicUrl}${action.path}` })),
  };
}

/** A sandbox portal of the small company that ends with the test, its limits out of the way. */
export function startPortal(publicUrl: string, options: Partial<PortalOptions> = {}): Promise<RunningPortal> {
  return createPortal({
    app: sidelineApp(publicUrl),
    file: null,
    seed: smallCompany,
    limits: { perTenSeconds: 100_000, searchesPerSecond: 1_000 },
    delivery: { batchingWindow: 5, firstRetryAfter: 50 },
    ...options,
  });
}

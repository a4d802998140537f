import { listSubscriptions } from './list-subscriptions.ts';
import type { Manifest, ManifestCard, ManifestPage } from './manifest.ts';

/**
 * The `*-hsmeta.json` files that HubSpot's CLI reads, keyed by their path under `extensions/src`.
 * HubSpot finds a component by its folder alone, one level deep: `app/cards`, `app/settings`, `app/pages` and
 * `app/webhooks` are fixed names.
 */
export function generateHsmeta(manifest: Manifest): Map<string, string> {
  const components = new Map<string, HsmetaComponent>([
    ['app/app-hsmeta.json', describeApp(manifest)],
    ['app/webhooks/webhooks-hsmeta.json', describeWebhooks(manifest)],
    ['app/settings/settings-hsmeta.json', describePage('settings', 'settings', manifest.settings)],
    ['app/pages/pages-hsmeta.json', describePage('page', 'pages', manifest.home)],
    ...manifest.cards.map((card) => [cardPath(card), describeCard(card)] as const),
  ]);
  return new Map(
    [...components].map(([path, component]) => [path, `${JSON.stringify(component, null, 2)}\n`]),
  );
}

interface HsmetaComponent {
  uid: string;
  type: 'app' | 'card' | 'settings' | 'page' | 'webhooks';
  config: Record<string, unknown>;
}

function describeApp(manifest: Manifest): HsmetaComponent {
  const { uid, name, description, distribution, apiOrigin, redirectPath, support, scopes } = manifest;
  return {
    uid,
    type: 'app',
    config: {
      name,
      description,
      distribution,
      isUserLevel: false,
      auth: {
        type: 'oauth',
        redirectUrls: [`${apiOrigin}${redirectPath}`],
        requiredScopes: scopes.required.map((scope) => scope.name),
        optionalScopes: scopes.optional.map((scope) => scope.name),
        conditionallyRequiredScopes: [],
      },
      permittedUrls: { fetch: [apiOrigin], iframe: [], img: [] },
      support,
    },
  };
}

function describeCard({ uid, entrypoint, ...shown }: ManifestCard): HsmetaComponent {
  return { uid, type: 'card', config: { ...shown, entrypoint: `/app/cards/${entrypoint}` } };
}

function describePage(
  type: 'settings' | 'page',
  folder: string,
  { uid, entrypoint }: ManifestPage,
): HsmetaComponent {
  return { uid, type, config: { entrypoint: `/app/${folder}/${entrypoint}` } };
}

function cardPath({ uid }: ManifestCard): string {
  return `app/cards/${uid.replaceAll('_', '-')}-hsmeta.json`;
}

function describeWebhooks(manifest: Manifest): HsmetaComponent {
  const { uid, path, maxConcurrentRequests } = manifest.webhooks;
  return {
    uid,
    type: 'webhooks',
    config: {
      settings: { targetUrl: `${manifest.apiOrigin}${path}`, maxConcurrentRequests },
      subscriptions: {
        crmObjects: listSubscriptions(manifest).map((subscription) => ({ ...subscription, active: true })),
      },
    },
  };
}

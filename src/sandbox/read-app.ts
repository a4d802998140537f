import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { buildCards } from './build-cards.ts';
import type { PortalApp } from './portal/index.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = join(root, 'extensions', 'src', 'app');

/** The part of the manifest that a portal that installs the app needs. */
const manifest = z.object({
  name: z.string(),
  redirectPath: z.string(),
  scopes: z.object({
    required: z.array(z.object({ name: z.string() })),
    optional: z.array(z.object({ name: z.string() })),
  }),
  webhooks: z.object({ path: z.string() }),
  cards: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      location: z.enum(['crm.record.tab', 'crm.record.sidebar']),
      objectTypes: z.array(z.enum(['deals', 'contacts'])),
      entrypoint: z.string(),
    }),
  ),
  settings: z.object({ uid: z.string(), entrypoint: z.string() }),
  home: z.object({ uid: z.string(), entrypoint: z.string() }),
  workflowActions: z.array(
    z.object({
      uid: z.string(),
      path: z.string(),
      name: z.string(),
      description: z.string(),
      objectTypes: z.array(z.string()),
      inputFields: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          isRequired: z.boolean(),
          value: z.enum(['typed', 'property']),
        }),
      ),
    }),
  ),
});
/** The component that tells HubSpot what to send, as it is uploaded. */
const webhooksComponent = z.object({
  config: z.object({
    subscriptions: z.object({
      crmObjects: z.array(
        z.object({
          subscriptionType: z.string(),
          objectType: z.string(),
          propertyName: z.string().optional(),
        }),
      ),
    }),
  }),
});
const profile = z.object({ variables: z.object({ API_ORIGIN: z.url({ protocol: /^https$/ }) }) });

/**
 * The app as its developer would have uploaded it: app.json, what HubSpot is to send, the variables of the production
 * profile, and its cards and pages as HubSpot's bundler makes them. The service's public origin is reached at `appOrigin`.
 */
export async function readApp({
  appOrigin,
  cacheDir,
  clientId,
  clientSecret,
  appId,
}: {
  appOrigin: string;
  cacheDir: string;
  clientId: string;
  clientSecret: string;
  appId: number;
}): Promise<PortalApp> {
  const { name, redirectPath, scopes, webhooks, cards, settings, home, workflowActions } = manifest.parse(
    readJson('app.json'),
  );
  const { config } = webhooksComponent.parse(readJson('extensions/src/app/webhooks/webhooks-hsmeta.json'));
  const { variables } = profile.parse(readJson('extensions/src/hsprofile.production.json'));
  const bundles = await buildCards({
    cacheDir,
    entries: [
      ...cards.map(({ uid, entrypoint }) => ({ uid, entryPoint: join(sources, 'cards', entrypoint) })),
      { uid: settings.uid, entryPoint: join(sources, 'settings', settings.entrypoint) },
      { uid: home.uid, entryPoint: join(sources, 'pages', home.entrypoint) },
    ],
  });
  const bundleOf = (uid: string) => {
    const bundleFile = bundles[uid];
    if (bundleFile === undefined) throw new Error(`${uid} was not bundled`);
    return bundleFile;
  };
  return {
    name,
    clientId,
    clientSecret,
    appId,
    requiredScopes: scopes.required.map((scope) => scope.name),
    optionalScopes: scopes.optional.map((scope) => scope.name),
    redirectUrls: [`${appOrigin}${redirectPath}`],
    webhookTarget: `${appOrigin}${webhooks.path}`,
    subscriptions: config.subscriptions.crmObjects,
    fetchOrigins: { [variables.API_ORIGIN]: appOrigin },
    variables,
    cards: cards.map(({ uid, name: title, location, objectTypes }) => ({
      uid,
      name: title,
      location,
      objectTypes,
      bundleFile: bundleOf(uid),
    })),
    pages: [
      { uid: settings.uid, location: 'settings', bundleFile: bundleOf(settings.uid) },
      { uid: home.uid, location: 'pages', bundleFile: bundleOf(home.uid) },
    ],
    workflowActions: workflowActions.map(({ path, ...action }) => ({
      ...action,
      target: `${appOrigin}${path}`,
    })),
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

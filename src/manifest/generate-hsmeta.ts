import { listSubscriptions } from './list-subscriptions.ts';
import type { Manifest, ManifestCard, ManifestPage, ManifestWorkflowAction } from './manifest.ts';

/**
 * The `*-hsmeta.json` files that HubSpot's CLI reads, keyed by their path under `extensions/src`.
 * HubSpot finds a component by its folder alone, one level deep: `app/cards`, `app/settings`, `app/pages`, `app/webhooks` and
 * `app/workflow-actions` are fixed names.
 */
export function generateHsmeta(manifest: Manifest): Map<string, string> {
  const components = new Map<string, HsmetaComponent>([
    ['app/app-hsmeta.json', describeApp(manifest)],
    ['app/webhooks/webhooks-hsmeta.json', describeWebhooks(manifest)],
    ['app/settings/settings-hsmeta.json', describePage('settings', 'settings', manifest.settings)],
    ['app/pages/pages-hsmeta.json', describePage('page', 'pages', manifest.home)],
    ...manifest.cards.map((card) => [`app/cards/${fileOf(card)}`, describeCard(card)] as const),
    ...manifest.workflowActions.map(
      (action) =>
        [`app/workflow-actions/${fileOf(action)}`, describeWorkflowAction(manifest, action)] as const,
    ),
  ]);
  return new Map(
    [...components].map(([path, component]) => [path, `${JSON.stringify(component, null, 2)}\n`]),
  );
}

interface HsmetaComponent {
  uid: string;
  type: 'app' | 'card' | 'settings' | 'page' | 'webhooks' | 'workflow-action';
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

function fileOf({ uid }: { readonly uid: string }): string {
  return `${uid.replaceAll('_', '-')}-hsmeta.json`;
}

function describeWorkflowAction(
  { apiOrigin }: Manifest,
  {
    uid,
    path,
    name,
    description,
    cardContent,
    objectTypes,
    inputFields,
    outputFields,
  }: ManifestWorkflowAction,
): HsmetaComponent {
  const supported = { typed: 'STATIC_VALUE', property: 'OBJECT_PROPERTY' } as const;
  return {
    uid,
    type: 'workflow-action',
    config: {
      actionUrl: `${apiOrigin}${path}`,
      isPublished: true,
      supportedClients: [{ client: 'WORKFLOWS' }],
      inputFields: inputFields.map((field) => ({
        typeDefinition: { name: field.name, type: 'string', fieldType: 'text' },
        supportedValueTypes: [supported[field.value]],
        isRequired: field.isRequired,
      })),
      outputFields: outputFields.map((field) => ({
        typeDefinition: {
          name: field.name,
          type: 'enumeration',
          fieldType: 'select',
          options: field.options.map(({ label, value }, displayOrder) => ({ label, value, displayOrder })),
        },
      })),
      labels: {
        en: {
          actionName: name,
          actionDescription: description,
          actionCardContent: cardContent,
          inputFieldLabels: Object.fromEntries(inputFields.map((field) => [field.name, field.label])),
          inputFieldDescriptions: Object.fromEntries(
            inputFields.map((field) => [field.name, field.description]),
          ),
          outputFieldLabels: Object.fromEntries(outputFields.map((field) => [field.name, field.label])),
        },
      },
      // Upper case here, unlike anywhere else.
      objectTypes: objectTypes.map((type) => type.toUpperCase()),
    },
  };
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

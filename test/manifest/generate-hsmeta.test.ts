import { generateHsmeta } from '../../src/manifest/index.ts';
import { manifest } from './our-manifest.ts';

const generated = generateHsmeta(manifest);
const parsed = (path: string) =>
  JSON.parse(generated.get(path)!) as { uid: string; type: string; config: unknown };

it('the app asks for its scopes and may call its own service only', () => {
  expect(parsed('app/app-hsmeta.json')).toMatchObject({
    uid: 'sideline',
    type: 'app',
    config: {
      name: 'Sideline',
      distribution: 'marketplace',
      auth: {
        type: 'oauth',
        redirectUrls: ['${API_ORIGIN}/oauth/callback'],
        requiredScopes: ['oauth', 'crm.objects.deals.read', 'crm.objects.owners.read'],
        optionalScopes: manifest.scopes.optional.map((scope) => scope.name),
      },
      permittedUrls: { fetch: ['${API_ORIGIN}'], iframe: [], img: [] },
    },
  });
});

it('a card is found by its file', () => {
  expect(parsed('app/cards/sideline-quota-forecast-tab-hsmeta.json')).toMatchObject({
    uid: 'sideline_quota_forecast_tab',
    type: 'card',
    config: {
      location: 'crm.record.tab',
      objectTypes: ['deals'],
      entrypoint: '/app/cards/QuotaForecastCard.tsx',
    },
  });
});

it('the settings page and the home page are found by their files', () => {
  expect(parsed('app/settings/settings-hsmeta.json')).toEqual({
    uid: 'sideline_settings',
    type: 'settings',
    config: { entrypoint: '/app/settings/Settings.tsx' },
  });
  expect(parsed('app/pages/pages-hsmeta.json')).toEqual({
    uid: 'sideline_home',
    type: 'page',
    config: { entrypoint: '/app/pages/Home.tsx' },
  });
});

it('the workflow action says who can read its reason, in its description and beside the field', () => {
  const { type, config } = parsed(
    'app/workflow-actions/sideline-request-coaching-hsmeta.json',
  ) as unknown as {
    type: string;
    config: {
      actionUrl: string;
      objectTypes: string[];
      labels: { en: Record<string, Record<string, string> | string> };
    };
  };
  expect(type).toBe('workflow-action');
  expect(config).toMatchObject({
    actionUrl: '${API_ORIGIN}/workflow-actions/request-coaching',
    objectTypes: ['DEAL', 'CONTACT'],
  });
  const { en } = config.labels;
  const visible = /visible to whoever can edit this workflow/;
  expect(en['actionDescription']).toMatch(visible);
  expect((en['inputFieldLabels'] as Record<string, string>)['reason']).toMatch(visible);
});

describe('subscriptions', () => {
  const { config } = parsed('app/webhooks/webhooks-hsmeta.json') as {
    config: {
      subscriptions: {
        crmObjects: { subscriptionType: string; propertyName?: string; objectType: string }[];
      };
    };
  };
  const { crmObjects } = config.subscriptions;

  const of = (objectType: string) => crmObjects.filter((each) => each.objectType === objectType);
  const events = (objectType: string) =>
    of(objectType).flatMap((each) => (each.propertyName === undefined ? [each.subscriptionType] : []));
  const names = (objectType: string) => of(objectType).flatMap((each) => each.propertyName ?? []);
  const read = (objectType: string) =>
    manifest.webhooks.subscriptions.find((each) => each.objectType === objectType)!.properties;

  it('follow deals as they come, go, come back and are merged', () => {
    expect(events('deal')).toEqual(['object.creation', 'object.deletion', 'object.restore', 'object.merge']);
  });

  it('follow each property of a deal that Sideline reads or writes, once', () => {
    const own = manifest.properties.definitions.map((definition) => definition.name);
    expect(names('deal')).toEqual([...new Set([...read('deal'), ...own])]);
  });

  it('follow tasks as they go, come back and are changed, contacts as they are merged, and nothing else', () => {
    expect(events('task')).toEqual(['object.deletion', 'object.restore']);
    expect(names('task')).toEqual(read('task'));
    expect(names('task')).toContain('hs_task_status');
    // Of contacts nothing is of interest but that several became one.
    expect(of('contact').map(({ subscriptionType }) => subscriptionType)).toEqual(['object.merge']);
    expect(crmObjects).toHaveLength(of('deal').length + of('task').length + 1);
  });
});

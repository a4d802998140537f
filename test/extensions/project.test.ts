import { http } from '@hubspot/local-dev-lib/http';
import { getAllHsProfiles } from '@hubspot/project-parsing-lib/profiles';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { jest } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectSchemas } from './project-schemas.ts';

const root = join(import.meta.dirname, '../..');
const project = parseProjectConfig(root);
const source = join(root, project.srcDir);

beforeEach(() => {
  jest.spyOn(http, 'get').mockImplementation(async (_account, { url }) => {
    if (!url.includes('project-schemas')) throw new Error(`unexpected call to HubSpot: ${url}`);
    return { data: projectSchemas } as never;
  });
});
afterEach(() => jest.restoreAllMocks());

const parse = (projectSourceDir: string, profile = 'production') =>
  translate({ projectSourceDir, platformVersion: project.platformVersion, accountId: 1 }, { profile });

describe("HubSpot's own parser, offline", () => {
  it('reads the project file', () => {
    expect(project).toMatchObject({ name: 'sideline', srcDir: 'extensions/src', platformVersion: '2026.09' });
  });

  it('accepts the project under every profile, and skips nothing', async () => {
    const profiles = await getAllHsProfiles(source);
    expect(profiles).toContain('production');
    for (const profile of profiles) {
      const { intermediateRepresentation, skippedHsMetaFiles } = await parse(source, profile);
      expect(skippedHsMetaFiles).toEqual([]);
      expect(Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid).sort()).toEqual([
        'sideline',
        'sideline_coaching_sidebar',
        'sideline_coaching_tab',
        'sideline_home',
        'sideline_quota_forecast_sidebar',
        'sideline_quota_forecast_tab',
        'sideline_request_coaching',
        'sideline_settings',
        'sideline_webhooks',
      ]);
      expect(JSON.stringify(intermediateRepresentation.intermediateNodesIndexedByUid)).not.toContain('${');
    }
  });

  it('finds each entry point on disk', async () => {
    const { intermediateRepresentation } = await parse(source);
    const entries = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid)
      .map((node) => (node.config as { entrypoint?: string }).entrypoint)
      .filter((entry) => entry !== undefined);
    expect(entries).toHaveLength(6);
    for (const entry of entries) expect([entry, existsSync(join(source, entry))]).toEqual([entry, true]);
  });
});

describe('what it would not accept', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'sideline-project-'));
    cpSync(source, copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const app = 'app/app-hsmeta.json';
  const tab = 'app/cards/sideline-quota-forecast-tab-hsmeta.json';
  const webhooks = 'app/webhooks/webhooks-hsmeta.json';
  const settings = 'app/settings/settings-hsmeta.json';
  const pages = 'app/pages/pages-hsmeta.json';
  const action = 'app/workflow-actions/sideline-request-coaching-hsmeta.json';
  const edit = (file: string, from: string, to: string) => {
    const before = readFileSync(join(copy, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(copy, file), before.replace(from, to));
  };

  it.each([
    ['an unknown location', tab, '"crm.record.tab"', '"crm.record.middle"', 'config.location'],
    ['an object type in the singular', tab, '"deals"', '"deal"', 'config.objectTypes.0'],
    ['an entry point outside the folder of cards', tab, '/app/cards/', '/cards/', 'config.entrypoint'],
    ['a key that HubSpot does not know', tab, '"name"', '"title": "x", "name"', 'additionalProperty: title'],
    ['a second top-level key', tab, '"type"', '"version": 1, "type"', 'properties found: version'],
    ['a component in the wrong folder', tab, '"card"', '"settings"', "incorrect for type 'settings'"],
    ['settings outside their folder', settings, '/app/settings/', '/app/cards/', 'config.entrypoint'],
    ['a page with a name', pages, '"entrypoint"', '"name": "Home", "entrypoint"', 'additionalProperty: name'],
    ['a page among settings', settings, '"settings"', '"page"', "incorrect for type 'pages'"],
    ['a workflow action without TLS', action, '"${API_ORIGIN}/', '"http://x.example/', 'config.actionUrl'],
    ['a workflow action on records in lower case', action, '"DEAL"', '"deal"', 'config.objectTypes.0'],
    [
      'an input of no kind that HubSpot knows',
      action,
      '"STATIC_VALUE"',
      '"TYPED"',
      'config.inputFields.0.supportedValueTypes.0',
    ],
    ['a workflow action without a name', action, '"actionName"', '"name"', 'actionName'],
    ['a uid with a space', tab, 'sideline_quota', 'sideline quota', "'uid' should use only"],
    [
      'the same uid twice',
      tab,
      'sideline_quota_forecast_tab',
      'sideline_quota_forecast_sidebar',
      'Duplicate uid',
    ],
    [
      'an address without TLS',
      app,
      '"fetch": [\n        "${API_ORIGIN}"',
      '"fetch": [\n        "http://x.example"',
      'config.permittedUrls.fetch.0',
    ],
    [
      'an install without the scope oauth',
      app,
      '"oauth",\n        "crm',
      '"crm',
      'config.auth.requiredScopes',
    ],
    ['a private app', app, '"marketplace"', '"private"', 'config.distribution'],
    [
      'five webhooks at once',
      webhooks,
      '"maxConcurrentRequests": 10',
      '"maxConcurrentRequests": 5',
      'must be > 5',
    ],
    [
      'a change of no property',
      webhooks,
      '"propertyName": "amount",',
      '',
      "Missing required field: 'config.subscriptions",
    ],
    [
      'an object type in the plural',
      webhooks,
      '"objectType": "deal"',
      '"objectType": "deals"',
      'crmObjects.0.objectType',
    ],
    [
      'a variable that no profile has',
      app,
      '${API_ORIGIN}',
      '${OTHER_ORIGIN}',
      'Missing value for OTHER_ORIGIN',
    ],
  ])('%s', async (_name, file, from, to, complaint) => {
    edit(file, from, to);
    const refusal: unknown = await parse(copy).catch((error: unknown) => error);
    expect(String(refusal)).toContain(complaint);
  });

  it('an upload without a profile, whose variables stay unfilled', async () => {
    const context = { projectSourceDir: copy, platformVersion: project.platformVersion, accountId: 1 };
    await expect(translate(context, {})).rejects.toThrow();
  });

  it('a platform version that does not exist', async () => {
    const context = { projectSourceDir: copy, platformVersion: '2026.9', accountId: 1 };
    await expect(translate(context, { profile: 'production' })).rejects.toThrow(
      'Unsupported platform version',
    );
  });

  it('a card one folder too deep, which it would leave out in silence', async () => {
    renameSync(join(copy, tab), join(copy, 'app/cards/quota-forecast/tab-hsmeta.json'));
    expect((await parse(copy)).skippedHsMetaFiles).toHaveLength(1);
  });
});

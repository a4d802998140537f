import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod/mini';
import { describeApi, type ApiDocument } from '../../src/http/index.ts';
import { apiPath, formatApi } from '../../scripts/describe-api.ts';
import { startService, type TestService } from '../support/start-service.ts';

let service: TestService;
let served: ApiDocument;

beforeAll(async () => {
  service = await startService();
  served = (await (await fetch(`${service.publicUrl}/openapi.json`)).json()) as ApiDocument;
}, 120_000);
afterAll(async () => {
  await service.stop();
}, 60_000);

test('what is served is an OpenAPI document', async () => {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(served) });
  expect([valid, errors]).toEqual([true, undefined]);
});

test('a document that is none would be noticed', async () => {
  const broken = { ...structuredClone(served), paths: { '/x': { get: { responses: 'none' } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

/** What HubSpot itself asks, for nobody. */
const ofHubSpot = () => {
  const { webhooks, workflowActions } = service.sideline.manifest;
  return [webhooks.path, ...workflowActions.map(({ path }) => path)];
};

test('it describes every route that cards and pages may ask, and nothing that is not there', () => {
  const described = Object.entries(served.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => 'security' in (operation as object) && !ofHubSpot().includes(path))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(
    service.sideline.routes.map(({ method, path }) => `${method} ${path}`).sort(),
  );
  const ids = Object.values(served.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('docs/openapi.json is what is served; if not, run `npm run generate`', async () => {
  expect(readFileSync(apiPath, 'utf8')).toBe(await formatApi(served));
});

test('a question takes its input from the query, a mutation from the body beside its key', () => {
  const reply = z.strictObject({ done: z.boolean() });
  const request = z.strictObject({ dealId: z.string(), note: z.optional(z.string()) });
  const { paths } = describeApi(
    [
      { method: 'GET', path: '/a/b-c', audience: 'everybody', request, reply },
      { method: 'POST', path: '/a', audience: 'ops', request, reply },
    ],
    { name: 'T', webhooks: { path: '/hooks' }, workflowActions: [] },
  );
  expect(paths['/a/b-c']?.['get']).toMatchObject({
    operationId: 'getABC',
    parameters: [
      { name: 'dealId', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'note', in: 'query', required: false },
      { $ref: '#/components/parameters/portalId' },
      { $ref: '#/components/parameters/userId' },
      { $ref: '#/components/parameters/userEmail' },
      { $ref: '#/components/parameters/appId' },
    ],
  });
  const content = {
    'application/json': { schema: { required: ['dealId', 'key'], additionalProperties: false } },
  };
  expect(paths['/a']?.['post']).toMatchObject({
    requestBody: { required: true, content },
    description: 'For ops only.',
  });
});

import * as z from 'zod/mini';
import { failure } from '../contract/index.ts';
import { identityNames } from './caller.ts';
import { statusOf } from './refusal.ts';
import type { SignedRoute } from './signed-route.ts';

/** An OpenAPI 3.1 document, as far as it is built here. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
};

/** What one needs to know of a route to describe it. */
export type DescribedRoute = Pick<SignedRoute, 'method' | 'path' | 'audience' | 'request' | 'reply'>;

/** What one needs to know of the app: its name, and what HubSpot itself asks. */
export interface DescribedApp {
  readonly name: string;
  readonly webhooks: { readonly path: string };
  readonly workflowActions: readonly { readonly path: string }[];
}

/**
 * Describes what cards and pages may ask, from the contract itself: a question's input as query parameters, a mutation's as a JSON
 * body beside its idempotency key. Every answer that is none of these is a failure of the contract.
 */
export function describeApi(
  routes: readonly DescribedRoute[],
  { name, webhooks, workflowActions }: DescribedApp,
): ApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of [...routes].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      // Of the contract: cards and service are released together, so there is one at a time.
      version: '1',
      description:
        'What the cards and pages in HubSpot ask of the service. HubSpot appends who asks to the query and signs the whole request; nobody else can ask.',
    },
    paths: { ...paths, ...workflowPaths(workflowActions), ...openPaths(webhooks.path) },
    components: {
      schemas: { Failure: toSchema(failure, 'output') },
      parameters: Object.fromEntries(
        identityNames.map((name) => [
          name,
          {
            name,
            in: 'query',
            required: true,
            description: 'Appended by HubSpot.',
            schema: { type: 'string' },
          },
        ]),
      ),
      responses: {
        Failure: {
          description: 'Why not, in words for people.',
          content: jsonOf({ $ref: '#/components/schemas/Failure' }),
        },
      },
      securitySchemes: {
        hubspotSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-HubSpot-Signature-v3',
          description:
            'HMAC-SHA256 by the app secret over method, address, body and X-HubSpot-Request-Timestamp, at most five minutes old.',
        },
      },
    },
  };
}

function describeRoute(route: DescribedRoute) {
  const input = toSchema(route.request, 'input');
  const identity = identityNames.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  const isQuestion = route.method === 'GET';
  return {
    operationId: nameOperation(route),
    tags: [route.path.split('/')[1] ?? ''],
    description:
      route.audience === 'ops' ? 'For ops only.' : 'For everybody; the answer depends on who asks.',
    security: [{ hubspotSignature: [] }],
    parameters: [...(isQuestion ? queryParameters(input) : []), ...identity],
    ...(!isQuestion && { requestBody: { required: true, content: jsonOf(withKey(input)) } }),
    responses: {
      '200': { description: 'The answer.', content: jsonOf(toSchema(route.reply, 'output')) },
      ...Object.fromEntries(
        [...new Set(Object.values(statusOf)), 413].map((status) => [
          String(status),
          { $ref: '#/components/responses/Failure' },
        ]),
      ),
    },
  };
}

/** `GET /cards/quota-forecast/what-if` is `getCardsQuotaForecastWhatIf`. */
function nameOperation({ method, path }: DescribedRoute): string {
  const words = path.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
  return [
    method.toLowerCase(),
    ...words.map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`),
  ].join('');
}

function toSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // The document as a whole says which dialect it is written in.
  delete described.$schema;
  return described;
}

function queryParameters({ properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function withKey(input: JsonSchema): JsonSchema {
  const key = {
    type: 'string',
    pattern: '^[\\w-]{8,64}$',
    description:
      'Chosen anew for each change. The same key is worked on once and answered the same every time.',
  };
  // A choice between several shapes has its properties further in.
  if (input.properties === undefined && input['type'] !== 'object') {
    return { allOf: [{ type: 'object', properties: { key }, required: ['key'] }, input] };
  }
  return {
    ...input,
    properties: { ...input.properties, key },
    required: [...(input.required ?? []), 'key'],
  };
}

const jsonOf = (schema: unknown) => ({ 'application/json': { schema } });

/** What a workflow of HubSpot may have done; the fields are those of app.json. */
function workflowPaths(actions: DescribedApp['workflowActions']) {
  return Object.fromEntries(
    actions.map(({ path }) => [
      path,
      {
        post: {
          operationId: path
            .split(/[/-]/)
            .filter(Boolean)
            .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
            .join(''),
          tags: ['hubspot'],
          description: 'One run of a workflow action on one record, signed like every request of HubSpot’s.',
          security: [{ hubspotSignature: [] }],
          requestBody: { required: true, content: jsonOf({ type: 'object' }) },
          responses: {
            '200': { description: 'Taken, or why not: what the workflow is told in `outputFields`.' },
            '400': { $ref: '#/components/responses/Failure' },
            '401': { $ref: '#/components/responses/Failure' },
            '409': { $ref: '#/components/responses/Failure' },
            '503': { $ref: '#/components/responses/Failure' },
          },
        },
      },
    ]),
  );
}

/** What is asked without a person: by HubSpot itself, by an admin's browser, by whoever watches the service. */
function openPaths(webhookPath: string) {
  const answers = (description: string) => ({ responses: { '200': { description } } });
  return {
    [webhookPath]: {
      post: {
        operationId: 'deliverEvents',
        tags: ['hubspot'],
        description: "HubSpot's events, up to 100 in an array, signed like every request of HubSpot's.",
        security: [{ hubspotSignature: [] }],
        requestBody: { required: true, content: jsonOf({ type: 'array', items: { type: 'object' } }) },
        responses: {
          '204': { description: 'Taken: every event that is ours is in the store.' },
          '400': { $ref: '#/components/responses/Failure' },
          '401': { $ref: '#/components/responses/Failure' },
        },
      },
    },
    '/health': {
      get: { operationId: 'getHealth', tags: ['operations'], ...answers('The process answers.') },
    },
    '/ready': {
      get: {
        operationId: 'getReady',
        tags: ['operations'],
        responses: {
          '200': { description: 'Store, migrations and queue are there.' },
          '503': { description: 'One of them is not; `status` says which.' },
        },
      },
    },
    '/openapi.json': {
      get: { operationId: 'getOpenapi', tags: ['operations'], ...answers('This document.') },
    },
  };
}

/**
 * JSON schemas of the components that we upload, as strict as what is known of HubSpot's own: those it serves need an
 * account, so `hs project validate` in a real one is still the last word.
 */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, uniqueItems: true };
const https = { type: 'string', pattern: '^https://[^/\\s]+' };
const httpsOrigins = {
  type: 'array',
  items: { type: 'string', pattern: '^https://[^/\\s]+$' },
  uniqueItems: true,
};

function object(required: Record<string, unknown>, optional: Record<string, unknown> = {}) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

const oauth = object({
  type: { const: 'oauth' },
  redirectUrls: {
    type: 'array',
    minItems: 1,
    items: { type: 'string', pattern: '^(https://|http://localhost)' },
  },
  requiredScopes: { ...texts, minItems: 1, contains: { const: 'oauth' } },
  optionalScopes: texts,
  conditionallyRequiredScopes: texts,
});

const application = object(
  {
    name: { type: 'string', maxLength: 200, pattern: '^\\S(.*\\S)?$' },
    description: { ...text, maxLength: 8192 },
    distribution: { const: 'marketplace' },
    auth: oauth,
    permittedUrls: object({ fetch: httpsOrigins, iframe: httpsOrigins, img: httpsOrigins }),
  },
  {
    isUserLevel: { type: 'boolean' },
    support: object(
      {},
      {
        supportEmail: { type: 'string', format: 'email' },
        documentationUrl: https,
        supportUrl: https,
        supportPhone: text,
      },
    ),
  },
);

const card = object(
  {
    name: text,
    entrypoint: { type: 'string', pattern: '^/app/cards/.+\\.[jt]sx?$' },
    location: { enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'] },
    objectTypes: {
      type: 'array',
      minItems: 1,
      items: { enum: ['contacts', 'companies', 'deals', 'tickets'] },
    },
  },
  { description: text },
);

/** The settings page and the app's pages are an entry point and nothing else. */
const pageOf = (folder: string) =>
  object({ entrypoint: { type: 'string', pattern: `^/app/${folder}/.+\\.[jt]sx?$` } });

const subscription = {
  ...object(
    {
      subscriptionType: {
        enum: ['creation', 'deletion', 'merge', 'restore', 'propertyChange', 'associationChange'].map(
          (e) => `object.${e}`,
        ),
      },
      objectType: { enum: ['contact', 'company', 'deal', 'ticket', 'task'] },
      active: { type: 'boolean' },
    },
    { propertyName: text },
  ),
  if: { properties: { subscriptionType: { const: 'object.propertyChange' } } },
  then: { required: ['propertyName'] },
  else: { not: { required: ['propertyName'] } },
};

const webhooks = object({
  settings: object({ targetUrl: https, maxConcurrentRequests: { type: 'integer', exclusiveMinimum: 5 } }),
  subscriptions: object({
    crmObjects: { type: 'array', items: subscription, maxItems: 1000, uniqueItems: true },
  }),
});

/** Of what an input or output of a workflow action is made. */
const typeDefinition = object(
  {
    name: { type: 'string', pattern: '^[a-z][a-z_]*$' },
    type: { enum: ['string', 'number', 'bool', 'enumeration', 'date', 'datetime'] },
    fieldType: { enum: ['text', 'textarea', 'number', 'select', 'booleancheckbox', 'date'] },
  },
  {
    options: {
      type: 'array',
      items: object({ label: text, value: text }, { displayOrder: { type: 'integer' } }),
    },
  },
);
const wordsByField = { type: 'object', additionalProperties: text };

const workflowAction = object(
  {
    actionUrl: https,
    isPublished: { type: 'boolean' },
    supportedClients: {
      type: 'array',
      minItems: 1,
      items: object({ client: { enum: ['WORKFLOWS', 'AGENTS'] } }),
    },
    inputFields: {
      type: 'array',
      items: object({
        typeDefinition,
        supportedValueTypes: {
          type: 'array',
          minItems: 1,
          items: { enum: ['STATIC_VALUE', 'OBJECT_PROPERTY'] },
        },
        isRequired: { type: 'boolean' },
      }),
    },
    labels: object({
      en: object(
        { actionName: text, actionDescription: text, actionCardContent: text },
        {
          inputFieldLabels: wordsByField,
          inputFieldDescriptions: wordsByField,
          outputFieldLabels: wordsByField,
        },
      ),
    }),
    objectTypes: {
      type: 'array',
      minItems: 1,
      items: { enum: ['CONTACT', 'COMPANY', 'DEAL', 'TICKET'] },
    },
  },
  { outputFields: { type: 'array', items: object({ typeDefinition }) } },
);

/** Keyed as HubSpot's parser names the types. */
export const projectSchemas = {
  APPLICATION: application,
  CARD: card,
  SETTINGS: pageOf('settings'),
  PAGE: pageOf('pages'),
  WEBHOOKS: webhooks,
  WORKFLOW_ACTION: workflowAction,
};

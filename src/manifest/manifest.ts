import { z } from 'zod';

/** HubSpot's rule for uids; changing one deletes the component and takes the cards off every layout. */
const uid = z.string().regex(/^[a-zA-Z0-9_\-.]{1,64}$/);
const path = z.string().regex(/^\/[a-z0-9/-]+$/);
const httpsUrl = z.url({ protocol: /^https$/ });
const sentence = z.string().regex(/^[A-Z].*\.$/s, 'must be a sentence');

const scope = z.strictObject({
  name: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/),
  /** What a person switches on or off by granting it. */
  feature: z.string().min(1),
  /** The calls of src/hubspot, or the cards by uid, that need it: a scope without any is refused by HubSpot's review. */
  usedBy: z.array(z.string().min(1)).min(1),
  /** One sentence for the person who is asked to grant it. */
  reason: sentence,
  /** Optional scopes are asked at the install, this one only of a portal whose ops have switched its feature on. */
  asked: z.literal('whenSwitchedOn').optional(),
});
export type ManifestScope = z.infer<typeof scope>;

const card = z.strictObject({
  uid,
  name: z.string().min(1),
  description: sentence,
  location: z.enum(['crm.record.tab', 'crm.record.sidebar']),
  /** A file of extensions/src/app/cards. */
  entrypoint: z.string().regex(/^[A-Z]\w+\.tsx$/),
  objectTypes: z.array(z.enum(['deals', 'contacts'])).min(1),
});
export type ManifestCard = z.infer<typeof card>;

/** What HubSpot hosts beside records: it shows one settings page and one set of app pages an app. */
const page = z.strictObject({
  uid,
  /** A file of extensions/src/app/settings or extensions/src/app/pages. */
  entrypoint: z.string().regex(/^[A-Z]\w+\.tsx$/),
});
export type ManifestPage = z.infer<typeof page>;

const inputField = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_]*$/),
  label: z.string().min(1),
  description: sentence,
  isRequired: z.boolean(),
  /** Typed into the workflow, or taken from a property of the record on which it runs. */
  value: z.enum(['typed', 'property']),
});
const outcomeField = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_]*$/),
  label: z.string().min(1),
  options: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).min(1),
});
const workflowAction = z.strictObject({
  uid,
  path,
  name: z.string().min(1),
  description: sentence,
  /** What the action says of itself in the workflow. */
  cardContent: z.string().min(1),
  objectTypes: z.array(z.enum(['deal', 'contact'])).min(1),
  inputFields: z.array(inputField),
  outputFields: z.array(outcomeField),
});
export type ManifestWorkflowAction = z.infer<typeof workflowAction>;

const named = {
  name: z.string().regex(/^sideline_[a-z_]+$/),
  label: z.string().min(1),
  description: sentence,
  /** Neither made nor written in a portal before its ops have switched it on. */
  written: z.literal('whenSwitchedOn').optional(),
};
const propertyDefinition = z.discriminatedUnion('type', [
  z.strictObject({
    ...named,
    type: z.literal('number'),
    fieldType: z.literal('number'),
    /** `percentage` shows the stored fraction .71 as 71 %. */
    numberDisplayHint: z.enum(['formatted', 'percentage']),
  }),
  z.strictObject({ ...named, type: z.literal('string'), fieldType: z.literal('text') }),
  /** A day without a time of day. HubSpot pairs a datetime with the field type `date` as well. */
  z.strictObject({ ...named, type: z.literal('date'), fieldType: z.literal('date') }),
  z.strictObject({ ...named, type: z.literal('datetime'), fieldType: z.literal('date') }),
  z.strictObject({
    ...named,
    type: z.literal('enumeration'),
    fieldType: z.literal('select'),
    options: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).min(1),
  }),
]);
export type PropertyDefinition = z.infer<typeof propertyDefinition>;

/** The shape of app.json: everything that HubSpot, the service and the listing must agree on. */
export const manifestSchema = z.strictObject({
  uid,
  name: z.string().min(1).max(200),
  description: z.string().min(1).max(8192),
  distribution: z.literal('marketplace'),
  /** The service's origin, filled in from the profile (`extensions/src/hsprofile.*.json`) at upload. */
  apiOrigin: z.literal('${API_ORIGIN}'),
  redirectPath: path,
  support: z.strictObject({
    supportEmail: z.email(),
    documentationUrl: httpsUrl,
    supportUrl: httpsUrl,
  }),
  scopes: z.strictObject({ required: z.array(scope).min(1), optional: z.array(scope) }),
  webhooks: z.strictObject({
    uid,
    path,
    /** HubSpot refuses five and less. */
    maxConcurrentRequests: z.int().min(6),
    /**
     * HubSpot sends the generic `object.*` events for tasks as well, to an app with their read scope. That a task was made
     * is of no interest: those that Sideline made it knows. Of contacts it hears when several become one, from portals that
     * let it read them.
     */
    subscriptions: z.array(
      z.strictObject({
        objectType: z.enum(['deal', 'task', 'contact']),
        events: z.array(z.enum(['creation', 'deletion', 'restore', 'merge'])),
        /** The properties that Sideline reads; of deals those it writes are watched as well, so that a hand edit is repaired. */
        properties: z.array(z.string().regex(/^(?!sideline_)[a-z0-9_]+$/)),
      }),
    ),
  }),
  cards: z.array(card).min(1),
  /** Shown under Connected apps, in the tab Settings of the app. */
  settings: page,
  /** The app's home page, opened from the Marketplace menu. */
  home: page,
  /** What a workflow of HubSpot's may have Sideline do. */
  workflowActions: z.array(workflowAction),
  properties: z.strictObject({
    objectType: z.literal('deals'),
    group: z.strictObject({ name: z.literal('sideline'), label: z.string().min(1) }),
    /** The optional scopes without which none of the properties is created or written. */
    neededScopes: z.array(z.string()).min(1),
    definitions: z.array(propertyDefinition).min(1),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

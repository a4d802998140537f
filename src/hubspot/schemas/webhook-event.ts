import * as z from 'zod';
import { id } from './fields.ts';

/** One event as HubSpot pushes it. Which fields are there depends on the event, and ids are numbers here. */
export const webhookEvent = z
  .object({
    portalId: z.number().int(),
    appId: z.number().int(),
    occurredAt: z.number().int(),
    subscriptionType: z.string().optional(),
    eventType: z.string().optional(),
    objectTypeId: z.string().optional(),
    objectId: id,
    primaryObjectId: id.optional(),
    mergedObjectIds: z.array(id).default([]),
    newObjectId: id.optional(),
    propertyName: z.string().optional(),
    propertyValue: z.string().nullish(),
    changeSource: z.string().optional(),
    sourceId: z.string().nullish(),
  })
  .transform(({ subscriptionType, eventType, ...rest }) => ({
    ...rest,
    type: subscriptionType ?? eventType ?? '',
  }));
export type WebhookEvent = z.infer<typeof webhookEvent>;

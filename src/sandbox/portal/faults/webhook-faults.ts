import * as z from 'zod';

/** An event that is delivered twice, the second time in a later request. */
export const webhookDuplicated = z.strictObject({ kind: z.literal('webhook-duplicated') });

/** An event that never comes. */
export const webhookLost = z.strictObject({ kind: z.literal('webhook-lost') });

/** An event that comes so much later, in milliseconds. */
export const webhookDelayed = z.strictObject({
  kind: z.literal('webhook-delayed'),
  delayMs: z.number().int().min(0).default(60_000),
});

/** An event that others overtake: it waits up to `withinMs`, each for another while. */
export const webhookReordered = z.strictObject({
  kind: z.literal('webhook-reordered'),
  withinMs: z.number().int().min(0).default(1_000),
});

/** What faults do to one event: how long each delivery of it waits beyond the usual, in milliseconds; none when lost. */
export type EventFate = readonly number[];

export type WebhookFault =
  | z.infer<typeof webhookDuplicated>
  | z.infer<typeof webhookLost>
  | z.infer<typeof webhookDelayed>
  | z.infer<typeof webhookReordered>;

/** Applies one fault to what others have left of an event. */
export function applyToEvent(fault: WebhookFault, fate: EventFate, random: () => number): EventFate {
  switch (fault.kind) {
    case 'webhook-lost':
      return [];
    case 'webhook-duplicated':
      return [...fate, ...fate.slice(0, 1).map((wait) => wait + 1 + random() * 500)];
    case 'webhook-delayed':
      return fate.map((wait) => wait + fault.delayMs);
    case 'webhook-reordered':
      return fate.map((wait) => wait + random() * fault.withinMs);
  }
}

// Generated from src/contract/coaching/pulse.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

const topic = z.enum(['expectations', 'growth', 'candour']);
const score = z.int().check(z.gte(1), z.lte(5));

/** What somebody does about taking part. One route for all three, so that its name tells nobody which. */
export const pulseRequest = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('consent') }),
  /** Deletes the consent and every answer of the person. */
  z.strictObject({ change: z.literal('revoke') }),
  z.strictObject({
    change: z.literal('answer'),
    answers: z.strictObject({ expectations: score, growth: score, candour: score }),
  }),
]);
export type PulseRequest = z.infer<typeof pulseRequest>;

/** Puts the topic of a question, never an answer, on the viewer's next 1:1. */
export const pulseTopicRequest = z.strictObject({ topic });
export type PulseTopicRequest = z.infer<typeof pulseTopicRequest>;

export const pulseView = z.strictObject({
  /**
   * `off`: not asked here; `noManager`: nobody to ask about; `consent`: may say yes; `questions`: has said yes and not answered
   * in this quarter; `answered`. The viewer's own: nobody else is told.
   */
  state: z.enum(['off', 'noManager', 'consent', 'questions', 'answered']),
  /** Has said yes, and may stop. */
  takesPart: z.boolean(),
  /** "October to December 2026". */
  quarterLabel: z.string(),
  /** What is kept, who sees what, how an answer is swapped, how to stop: a sentence or two each. */
  terms: z.array(z.string()),
  questions: z.array(
    z.strictObject({
      topic,
      words: z.string(),
      /** What a tap puts on the next 1:1. */
      agendaWords: z.string(),
    }),
  ),
  /** The words of the scores from 1 up. */
  scale: z.array(z.string()),
  /** The viewer's own answers, oldest first. */
  trend: z.array(
    z.strictObject({
      quarterLabel: z.string(),
      /** "Mostly": the middle one of the three answers. */
      score: z.string(),
      /** "up", "down", "as before"; null for the first. */
      change: z.nullable(z.string()),
    }),
  ),
  /** What was published of the groups below the viewer, the newest quarter first; null for whoever has none. */
  groups: z.nullable(
    z.array(
      z.strictObject({
        /** "Everybody below you", "Everybody below Maria Lang". */
        name: z.string(),
        quarters: z.array(z.strictObject({ quarterLabel: z.string(), word: z.string() })),
      }),
    ),
  ),
});
export type PulseView = z.infer<typeof pulseView>;

export const pulseSwitchRequest = z.strictObject({ isOn: z.boolean() });
export type PulseSwitchRequest = z.infer<typeof pulseSwitchRequest>;

export const pulseSwitchView = z.strictObject({
  isOn: z.boolean(),
  /** What the pulse is and who sees what of it, to be read before it is switched. */
  terms: z.array(z.string()),
  /** What pressing the switch does now. */
  consequence: z.string(),
});
export type PulseSwitchView = z.infer<typeof pulseSwitchView>;

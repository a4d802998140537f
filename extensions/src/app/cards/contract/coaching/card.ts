// Generated from src/contract/coaching/card.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { lineReading } from './agenda.ts';
import { drafts } from './draft.ts';
import { handoverView } from './handover.ts';
import { acknowledgement, noteContent, noteState, recordType } from './note.ts';
import { noteScores, rubricRef, scorableRubric, skillLine } from './rubric.ts';

/** What the coaching card asks: HubSpot adds the signed identity parameters to the same query. */
export const coachingCardRequest = z.strictObject({
  recordType,
  recordId: hubspotId,
  /** The owner whom the card reads on a contact, or the rep of a 1:1. It opens nothing: who may see what follows from the hierarchy. */
  ownerId: z.optional(hubspotId),
  /** HubSpot's name for where the card stands, `crm.record.tab`. */
  place: z.optional(z.string().check(z.maxLength(40))),
});
export type CoachingCardRequest = z.infer<typeof coachingCardRequest>;

const action = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** "You", "Ana Ruiz". */
  who: z.string(),
  /** "due 27 Nov 2026", "due 3 days ago", "done 24 Nov 2026". */
  due: z.string(),
  isOverdue: z.boolean(),
  isDone: z.boolean(),
  /** The viewer promised it. */
  mayTick: z.boolean(),
});
export type CoachingAction = z.infer<typeof action>;

const notices = {
  /** Stands under the box: "Private to you. Ana Ruiz may receive a copy if they ask for their data." Null for whoever writes nothing. */
  privacy: z.nullable(z.string()),
  /** Stands beside the fields of an action: who will be able to read it. Null as above. */
  actionNotice: z.nullable(z.string()),
};

const note = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** "12 Nov 2026". */
  dateLabel: z.string(),
  /** "You", "Maria Lang". */
  by: z.string(),
  /** The rep whom it is about, "You" for themselves; not always whom the record belongs to now. */
  rep: z.strictObject({ ownerId: z.string(), name: z.string() }),
  state: noteState,
  /** "Deal coaching · shared · Ana Ruiz agreed"; begins with whom it is about where the record is not theirs now. */
  summary: z.string(),
  /** "Goal" and what was said; passages that nobody wrote are not in it. Until it is shared, what is to be done stands below. */
  passages: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  addenda: z.array(z.strictObject({ by: z.string(), dateLabel: z.string(), text: z.string() })),
  acknowledgement: z.nullable(acknowledgement),
  /** Null where the author scored nothing. */
  scores: z.nullable(noteScores),
  /** The viewer wrote it, stands above its rep, and nobody has acknowledged it. */
  mayEdit: z.boolean(),
  /** The viewer wrote it and nobody else has seen it. */
  mayDiscard: z.boolean(),
  /** The viewer is the rep, and has not said yet whether they agree. */
  mayAcknowledge: z.boolean(),
  /** The viewer may reply or correct. */
  mayAdd: z.boolean(),
  /** As the author writes on, promises as they stand by now; null where they may not. */
  content: z.nullable(noteContent),
  /** Of those promises the ones that are open no more, and what became of them: "Done 24 Nov 2026." */
  closedPromises: z.array(z.strictObject({ promiseId: z.string(), words: z.string() })),
  ...notices,
});
export type CoachingNote = z.infer<typeof note>;

const risk = z.strictObject({
  /** Rule and fact: once the fact is another one the reason is new. */
  reason: z.string(),
  /** "no activity since 28 Oct 2026". */
  words: z.string(),
  /** "book one". */
  fix: z.string(),
  /** "Marked as wrong on 24 Nov 2026"; null where nobody said so. */
  dispute: z.nullable(z.string()),
  /** The viewer is the rep. */
  mayMark: z.boolean(),
});
export type RiskView = z.infer<typeof risk>;

/** The rep says that a reason of risk does not hold, or that it does after all. */
export const markRiskRequest = z.strictObject({
  dealId: hubspotId,
  reason: z.string().check(z.maxLength(60)),
  isWrong: z.boolean(),
});
export type MarkRiskRequest = z.infer<typeof markRiskRequest>;

export const coachingCardView = z.strictObject({
  /** Who looks: decides what the service put in, never what the card hides. */
  viewer: z.enum(['manager', 'rep', 'other']),
  /** The rep whom coaching on this record is about; null on a record without an owner. */
  rep: z.nullable(z.strictObject({ ownerId: z.string(), name: z.string() })),
  /** "Ana Ruiz", "Your coaching on this deal", "Coaching on this deal is between Ana Ruiz and their manager." */
  headline: z.string(),
  /** What to do where there is nothing yet; null where there is something. */
  nextStep: z.nullable(z.string()),
  /** "Next 1:1 Thu 3 Dec 2026, in 3 days"; null for whoever is not the rep or their own manager. */
  nextMeeting: z.nullable(z.string()),
  /** Why the deal is worth a look; empty beside anything else, and for whoever has no part in its coaching. */
  risks: z.array(risk),
  /** What the rep wants to talk about next time, on whatever record it was written. */
  lines: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      dateLabel: z.string(),
      mayWithdraw: z.boolean(),
      ...lineReading.shape,
    }),
  ),
  /** Stands under the rep's box for a line: "Maria Lang reads it." Null for anybody else. */
  lineReader: z.nullable(z.string()),
  /** Open ones of this record first, then those done in the last weeks. */
  actions: z.array(action),
  /** What is begun about others than the rep first, then what is kept, the newest first. */
  notes: z.array(note),
  /** Every rubric by which the viewer may score here: the one for new scorings, and those of drafts and notes. */
  rubrics: z.array(scorableRubric),
  /** By which one a new scoring is made; null where none fits or the viewer scores nobody. */
  rubric: z.nullable(rubricRef),
  /** The rep's skills over time, by the scorings that the viewer may read. */
  skills: z.array(skillLine),
  /** What the viewer is writing about this rep on this record; null when nothing. */
  draft: z.nullable(
    z.strictObject({
      id: z.string(),
      version: z.number(),
      content: noteContent,
      /** "Saved 24 Nov, 10:42". */
      savedLabel: z.string(),
    }),
  ),
  /** What the viewer has begun to write elsewhere on the card. */
  drafts,
  /** For a rep: notes of former managers beside this record, and whether the manager of today reads them. */
  handover: z.nullable(handoverView),
  ...notices,
  /** Where a new action's date starts: a week from today, "2026-12-01". */
  usualDueOn: z.iso.date(),
});
export type CoachingCardView = z.infer<typeof coachingCardView>;

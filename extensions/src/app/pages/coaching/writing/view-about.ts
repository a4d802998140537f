// Generated from extensions/src/app/cards/coaching/writing/view-about.ts by `npm run generate`: edit it there.
import type { CoachingCardView, CoachingNote } from '../../contract/index.ts';

/** The card as a form needs it in which a note is changed: it speaks of the rep whom the note is about. */
export function viewAbout(view: CoachingCardView, note: CoachingNote): CoachingCardView {
  const { rep, privacy, actionNotice } = note;
  // By what the owner of today is scored may be for another team.
  const rubric = rep.ownerId === view.rep?.ownerId ? view.rubric : null;
  return { ...view, rep, privacy, actionNotice, rubric };
}

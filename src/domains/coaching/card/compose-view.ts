import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import type {
  CoachingCardView,
  CoachingNote,
  HandoverView,
  RecordType,
  RubricRef,
  ScorableRubric,
} from '../../../contract/index.ts';
import { localDay, localMoment } from '../../../kernel/local-day.ts';
import type { Action } from '../actions/types.ts';
import { describeDrafts } from '../drafts/describe-drafts.ts';
import type { TextDraft } from '../drafts/store.ts';
import { describeReader, describeReading } from '../lines/describe-reading.ts';
import type { Line } from '../lines/store.ts';
import type { CoachingViewer } from '../notes/relate-to-rep.ts';
import type { Addendum, Note } from '../notes/types.ts';
import type { PublishedRubric, Rubric, Scoring } from '../rubric/types.ts';
import { describeAction } from './describe-action.ts';
import { describeNote } from './describe-note.ts';
import { describeNotices, nameOfRecord } from './describe-notices.ts';
import { describeSkills } from './describe-skills.ts';

/** Everything that the card of one viewer is made of; notes, addenda, actions and lines are those that they may see. */
export interface CardFacts {
  readonly viewerId: string | null;
  readonly viewer: CoachingViewer;
  readonly recordType: RecordType;
  readonly rep: { readonly ownerId: string; readonly name: string } | null;
  /** The rep's of today; null without one. */
  readonly managerId: string | null;
  readonly notes: readonly {
    readonly note: Note;
    readonly addenda: readonly Addendum[];
    readonly mayWrite: boolean;
  }[];
  readonly actions: readonly Action[];
  readonly lines: readonly Line[];
  /** What the viewer has begun to write in other boxes than the note's. */
  readonly drafts: readonly TextDraft[];
  readonly risks: CoachingCardView['risks'];
  readonly nextMeeting: string | null;
  readonly handover: HandoverView | null;
  /** By what the viewer may score this rep here, and what the notes were scored by. */
  readonly rubric: PublishedRubric | null;
  readonly rubrics: readonly PublishedRubric[];
  /** One person's scorings of the rep, with the rubric they were made by; null where there are none. */
  readonly scored: { readonly rubric: Rubric; readonly scorings: readonly Scoring[] } | null;
  readonly nameOf: (ownerId: string) => string;
  readonly timeZone: string;
  /** The portal's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Actions become HubSpot tasks. */
  readonly hasTasks: boolean;
}

const USUAL_DAYS = 7;

export function composeView(facts: CardFacts): CoachingCardView {
  const { viewer, rep, managerId, notes, nameOf, timeZone, today } = facts;
  const viewerId = facts.viewerId ?? '';
  // The place to write is a manager's alone.
  const draft =
    viewer === 'manager'
      ? notes.find(({ note }) => note.state === 'draft' && note.repId === rep?.ownerId)?.note
      : undefined;
  // A draft about somebody whose record it was before, or whom its author no longer manages, has no other place.
  const others = notes.filter(({ note }) => note !== draft);
  const begun = others.filter(({ note }) => note.state === 'draft');
  const kept = others.filter(({ note }) => note.state !== 'draft');
  const described = facts.actions.map((action) =>
    describeAction(action, { viewerId, nameOf, today, timeZone }),
  );
  const rubricOf = (ref: RubricRef) => facts.rubrics.find((each) => isSame(each, ref));
  const noticesFor = (name: string) => describeNotices(facts, name);
  const ownerId = rep?.ownerId ?? null;
  const shown = [...begun, ...kept].map(({ note, addenda, mayWrite }) =>
    describeNote(
      note,
      { addenda, actions: facts.actions.filter(({ noteId }) => noteId === note.id) },
      { viewerId, ownerId, mayWrite, nameOf, timeZone, today, rubricOf, noticesFor },
    ),
  );
  const drafts = describeDrafts(facts.drafts, timeZone);
  return {
    viewer,
    rep,
    headline: describeHeadline(facts),
    nextMeeting: facts.nextMeeting,
    risks: [...facts.risks],
    nextStep:
      notes.length === 0 && facts.lines.length === 0 ? describeNextStep(facts) : describeFormerManager(facts),
    lines: facts.lines.map((line) => ({
      id: line.id,
      text: line.text,
      dateLabel: localDay(line.at, timeZone),
      mayWithdraw: viewer === 'rep',
      ...(viewer === 'rep' ? describeReading(line, managerId, nameOf) : { notice: null, handOn: null }),
    })),
    lineReader: viewer === 'rep' ? describeReader(managerId && nameOf(managerId)) : null,
    actions: [...described.filter(({ isDone }) => !isDone), ...described.filter(({ isDone }) => isDone)],
    notes: shown,
    rubric: facts.rubric && { rubricId: facts.rubric.rubricId, version: facts.rubric.version },
    rubrics: listScorable(facts, shown, [...(draft ? [draft] : []), ...drafts.edits]),
    skills: facts.scored ? describeSkills(facts.scored.rubric, facts.scored.scorings) : [],
    draft: draft
      ? {
          id: draft.id,
          version: draft.version,
          content: draft.content,
          savedLabel: `Saved ${localMoment(draft.editedAt, timeZone)}`,
        }
      : null,
    drafts,
    handover: facts.handover,
    ...(viewer === 'manager' && rep ? noticesFor(rep.name) : { privacy: null, actionNotice: null }),
    usualDueOn: formatISO(addDays(today, USUAL_DAYS), { representation: 'date' }),
  };
}

/** The rubrics that a form may need: for a new scoring, for what is being written, and for the rep's own levels. */
function listScorable(
  { rubric, rubrics }: CardFacts,
  notes: readonly CoachingNote[],
  begun: readonly Pick<Note, 'content'>[],
): ScorableRubric[] {
  const wanted: RubricRef[] = [
    ...(rubric ? [rubric] : []),
    ...begun.flatMap(({ content }) => content.scoring ?? []),
    ...notes.flatMap(({ content }) => content?.scoring ?? []),
    ...notes.flatMap(({ scores }) => (scores?.mayScoreSelf ? [scores] : [])),
  ];
  const known = [...(rubric ? [rubric] : []), ...rubrics];
  return known
    .filter((each, index) => known.findIndex((other) => isSame(each, other)) === index)
    .filter((each) => wanted.some((ref) => isSame(each, ref)))
    .map(({ rubricId, version, rubric: { name, skills } }) => ({
      rubricId,
      version,
      name,
      skills: skills.map((skill) => ({ ...skill, anchors: [...skill.anchors] })),
    }));
}

const isSame = (one: RubricRef, other: RubricRef): boolean =>
  one.rubricId === other.rubricId && one.version === other.version;

function describeHeadline({ viewer, rep, recordType }: CardFacts): string {
  const record = nameOfRecord[recordType];
  if (rep === null) return `This ${record} has no owner`;
  if (viewer === 'rep') return `Your coaching on this ${record}`;
  if (viewer === 'manager') return rep.name;
  return `Coaching on this ${record} is between ${rep.name} and their manager`;
}

function describeNextStep({ viewer, rep, recordType }: CardFacts): string {
  if (rep === null)
    return `Give the ${nameOfRecord[recordType]} an owner in HubSpot, and coaching with them has its place here.`;
  if (viewer === 'rep')
    return 'Nothing has been shared with you here yet. Add what you want to talk about next time.';
  if (viewer === 'manager')
    return `You have written nothing about this ${nameOfRecord[recordType]} yet. What you write is private until you share it.`;
  return 'Nobody else reads it. If you manage them, ask ops to set who reports to you.';
}

/** For whoever still reads here what they wrote about the owner of today, and may not write on. */
function describeFormerManager({ viewer, viewerId, rep, notes }: CardFacts): string | null {
  const wrote = notes.some(({ note }) => note.authorId === viewerId && note.repId === rep?.ownerId);
  if (viewer !== 'other' || rep === null || !wrote) return null;
  return `You do not manage ${rep.name} any more. What you wrote stays here; what came after is not shown.`;
}

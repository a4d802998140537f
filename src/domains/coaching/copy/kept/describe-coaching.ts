import type { NoteScoring, RubricRef, ScoredLevels } from '../../../../contract/index.ts';
import { describeRiskReason } from '../../../forecast/index.ts';
import { listEdits } from '../../drafts/edits/edit-text.ts';
import type { KeptCoaching } from './types.ts';

/** What coaching keeps of a person in words that they can read: people by name, levels by skill and by what they say. */
export function describeCoaching(
  { notes, actions, lines, calibrations, requests, drafts, disputes, rubrics }: KeptCoaching,
  nameOf: (ownerId: string) => string,
) {
  const rubricOf = ({ rubricId, version }: RubricRef) =>
    rubrics.find((each) => each.rubricId === rubricId && each.version === version)?.rubric;
  const describeLevels = (ref: RubricRef, levels: ScoredLevels) =>
    levels.map(({ skillId, level }) => {
      const skill = rubricOf(ref)?.skills.find(({ id }) => id === skillId);
      const says = skill?.anchors[level - 1] ?? null;
      return { skill: skill?.name ?? skillId, level, of: skill?.anchors.length ?? null, says };
    });
  const nameRubric = (ref: RubricRef) => ({ rubric: rubricOf(ref)?.name ?? null, version: ref.version });

  const describeScores = (scoring: NoteScoring) => ({
    ...nameRubric(scoring),
    levels: describeLevels(scoring, scoring.levels),
  });

  return {
    notes: notes.map(({ note, addenda }) => {
      const { scoring, ...content } = note.content;
      const { selfScoring } = note;
      return {
        id: note.id,
        by: nameOf(note.authorId),
        about: nameOf(note.repId),
        record: note.record,
        state: note.state,
        createdAt: note.createdAt,
        editedAt: note.editedAt,
        sharedAt: note.sharedAt,
        content,
        scores: scoring
          ? {
              ...describeScores(scoring),
              self: selfScoring && {
                at: selfScoring.at,
                levels: describeLevels(scoring, selfScoring.levels),
              },
            }
          : null,
        acknowledgement: note.acknowledgement,
        acknowledgedAt: note.acknowledgedAt,
        addenda: addenda.map(({ authorId, at, text }) => ({ by: nameOf(authorId), at, text })),
      };
    }),
    actions: actions.map(({ action, isDropped }) => ({
      id: action.id,
      noteId: action.noteId,
      promiseId: action.promiseId,
      promisedBy: nameOf(action.doerId),
      topic: action.topic,
      text: action.text,
      dueOn: action.dueOn,
      state: isDropped ? 'dropped' : action.state,
      doneAt: action.doneAt,
      createdAt: action.createdAt,
      record: action.record,
    })),
    lines: lines.map(({ text, at, record, discussedOn }) => ({ text, at, record, discussedOn })),
    requests: requests.map(({ reason, at, record, takenUpOn }) => ({ reason, at, record, takenUpOn })),
    begun: drafts
      .filter(({ beside }) => beside.type !== 'edit')
      .map(({ beside, text, at }) => ({ text, at, beside })),
    begunEdits: listEdits(drafts).map(({ noteId, at, content: { scoring, ...content } }) => ({
      ...{ noteId, at, content, scores: scoring ? describeScores(scoring) : null },
    })),
    calibrations: calibrations.map((calibration) => ({
      startedBy: nameOf(calibration.directorId),
      about: nameOf(calibration.repId),
      dealId: calibration.dealId,
      dealName: calibration.dealName,
      createdAt: calibration.createdAt,
      ...nameRubric(calibration),
      scores: calibration.scorings.map(({ managerId, levels }) => ({
        by: nameOf(managerId),
        levels: levels && describeLevels(calibration, levels),
      })),
    })),
    risksMarkedAsWrong: disputes.map(({ dealId, reason, at }) => ({
      dealId,
      reason: describeRiskReason(reason)?.words ?? reason,
      at,
    })),
  };
}

/** What coaching keeps of a person, to read. */
export type DescribedCoaching = ReturnType<typeof describeCoaching>;

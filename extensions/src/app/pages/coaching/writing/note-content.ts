// Generated from extensions/src/app/cards/coaching/writing/note-content.ts by `npm run generate`: edit it there.
import type {
  NoteContent,
  NotePromise,
  NoteScoring,
  NoteText,
  ScorableRubric,
} from '../../contract/index.ts';

/** GROW's four questions, in the order of a conversation. */
export const growPassages = [
  { name: 'goal', label: 'Goal', question: 'What should be true, and by when?' },
  { name: 'reality', label: 'Reality', question: 'Where does it stand?' },
  { name: 'options', label: 'Options', question: 'What could be done?' },
  { name: 'will', label: 'Will', question: 'What will be done?' },
] as const;

export const mostPromises = 10;

/** A line for an action, known by its id from now on. */
export const openPromise = (dueOn: string): NotePromise => ({
  id: crypto.randomUUID(),
  text: '',
  doer: 'rep',
  dueOn,
});

/** An empty note by GROW, with one line for an action open already. */
export function blankNote(dueOn: string): NoteContent {
  return {
    topic: 'deal',
    text: { form: 'grow', goal: '', reality: '', options: '', will: '' },
    promises: [openPromise(dueOn)],
  };
}

/** The note with a line open for an action, where it has none. */
export function withOpenPromise(content: NoteContent, dueOn: string): NoteContent {
  return content.promises.length > 0 ? content : { ...content, promises: [openPromise(dueOn)] };
}

/** The passages that hold something, each under its label. */
export function writtenPassages(text: NoteText): { label: string; text: string }[] {
  const passages =
    text.form === 'free'
      ? [{ label: 'Note', text: text.text }]
      : growPassages.map(({ name, label }) => ({ label, text: text[name] }));
  return passages.filter((passage) => passage.text.trim() !== '');
}

export function isBlank({ text, promises, scoring }: NoteContent): boolean {
  const isWritten =
    writtenPassages(text).length > 0 || promises.some((promise) => promise.text.trim() !== '');
  return !isWritten && scoring === undefined;
}

/** The note with these scores, or without any. */
export function withScoring(content: NoteContent, scoring: NoteScoring | undefined): NoteContent {
  const { topic, text, promises } = content;
  return { topic, text, promises, ...(scoring && { scoring }) };
}

/** "Discovery: 3", a line each skill; of a rubric that is not at hand, by the skill's short name. */
export function listLevels(
  { rubricId, version, levels }: NoteScoring,
  rubrics: readonly ScorableRubric[],
): string[] {
  const rubric = rubrics.find((each) => each.rubricId === rubricId && each.version === version);
  return levels.map(({ skillId, level }) => {
    const skill = rubric?.skills.find(({ id }) => id === skillId);
    return `${skill?.name ?? skillId}: ${level}`;
  });
}

// Generated from extensions/src/app/cards/coaching/writing/change-form.ts by `npm run generate`: edit it there.
import type { NoteContent, NoteText, ScorableRubric } from '../../contract/index.ts';
import { growPassages, listLevels } from './note-content.ts';

/** The same words as free text: each passage under its label. */
export function toFree(text: NoteText): NoteText & { form: 'free' } {
  if (text.form === 'free') return text;
  const written = growPassages.filter(({ name }) => text[name].trim() !== '');
  return { form: 'free', text: written.map(({ name, label }) => `${label}: ${text[name]}`).join('\n\n') };
}

/** The same words by GROW: what stands under a label goes there, what stands before the first is how things are. */
export function toGrow(text: NoteText): NoteText {
  if (text.form === 'grow') return text;
  const grow = { form: 'grow' as const, goal: '', reality: '', options: '', will: '' };
  let current: (typeof growPassages)[number]['name'] = 'reality';
  for (const part of text.text.split(beforeLabel)) {
    const found = growPassages.find(({ label }) => part.startsWith(`${label}: `));
    current = found?.name ?? current;
    const said = (found ? part.slice(found.label.length + 2) : part).trim();
    grow[current] = [grow[current], said].filter(Boolean).join('\n\n');
  }
  return grow;
}

const beforeLabel = new RegExp(`^(?=(?:${growPassages.map(({ label }) => label).join('|')}): )`, 'm');

/** Everything that a note says as one text, to be added to it. */
export function toOneText(
  { text, promises, scoring }: NoteContent,
  rubrics: readonly ScorableRubric[],
): string {
  const actions = promises.map((promise) => promise.text.trim()).filter(Boolean);
  const levels = scoring ? listLevels(scoring, rubrics) : [];
  return [
    toFree(text).text.trim(),
    ...(levels.length > 0 ? [`Scores: ${levels.join('\n')}`] : []),
    ...(actions.length > 0 ? [`Actions: ${actions.join('\n')}`] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

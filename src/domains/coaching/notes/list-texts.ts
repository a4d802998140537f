import type { NoteContent } from '../../../contract/index.ts';

/** One text that somebody typed, with the path of its field in the request. */
export interface TypedText {
  readonly field: string;
  /** "Goal". */
  readonly label: string;
  readonly text: string;
}

/** Everything that was typed into a note, in the order of its fields. */
export function listTexts({ text, promises }: NoteContent): TypedText[] {
  return [
    ...listPassages(text),
    ...promises.map((promise, index) => ({
      field: `content.promises.${index}.text`,
      label: `Action ${index + 1}`,
      text: promise.text,
    })),
  ];
}

/** What was said, without the promises. */
export function listPassages(text: NoteContent['text']): TypedText[] {
  if (text.form === 'free') return [{ field: 'content.text.text', label: 'Note', text: text.text }];
  return [
    { field: 'content.text.goal', label: 'Goal', text: text.goal },
    { field: 'content.text.reality', label: 'Reality', text: text.reality },
    { field: 'content.text.options', label: 'Options', text: text.options },
    { field: 'content.text.will', label: 'Will', text: text.will },
  ];
}

import type { NoteContent, NoteState } from '../../../contract/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { findHealthWords } from './find-health-words.ts';
import { findIdentityNumber } from './find-identity-number.ts';
import { listTexts, type TypedText } from './list-texts.ts';

export interface ContentFault {
  readonly field: string;
  readonly message: string;
}

/** Null for a text that may be kept. */
export function judgeText({ field, label, text }: TypedText): ContentFault | null {
  const number = findIdentityNumber(text);
  if (number === null) return null;
  return {
    field,
    message: `${label} holds what looks like ${number}. Take it out; Sideline does not keep such numbers.`,
  };
}

/** Promises whose words are still missing are left out of what is finished; the rest must be fit to be kept. */
export function judgeContent(
  content: NoteContent,
  state: NoteState,
): Result<{ readonly content: NoteContent; readonly warnings: string[] }, ContentFault> {
  const texts = listTexts(content);
  for (const text of texts) {
    const fault = judgeText(text);
    if (fault) return err(fault);
  }
  const twice = content.promises.findIndex(({ id }, place) =>
    content.promises.slice(0, place).some((earlier) => earlier.id === id),
  );
  if (twice !== -1)
    return err({
      field: `content.promises.${twice}.id`,
      message: `Action ${twice + 1} has the id of an earlier one. Give each its own.`,
    });
  const warnings = describeHealth([...new Set(texts.flatMap(({ text }) => findHealthWords(text)))]);
  if (state === 'draft') return ok({ content, warnings });
  if (!content.scoring && texts.every(({ text }) => text.trim() === ''))
    return err({ field: 'content.text', message: 'Write something first; the note is still empty.' });
  const promises = content.promises.filter(({ text }) => text.trim() !== '');
  return ok({ content: { ...content, promises }, warnings });
}

function describeHealth(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  return [
    `This speaks of health (${words.slice(0, 3).join(', ')}). Keep it only if the rep has asked you to: they may receive a copy.`,
  ];
}

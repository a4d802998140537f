import type { NoteContent, NoteState } from '../../../contract/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { findHealthWords } from './find-health-words.ts';
import { findIdentityNumber } from './find-identity-number.ts';
import { listTexts } from './list-texts.ts';

export interface ContentFault {
  readonly field: string;
  readonly message: string;
}

/** Promises whose words are still missing are left out of what is finished; the rest must be fit to be kept. */
export function judgeContent(
  content: NoteContent,
  state: NoteState,
): Result<{ readonly content: NoteContent; readonly warnings: string[] }, ContentFault> {
  const texts = listTexts(content);
  for (const { field, label, text } of texts) {
    const number = findIdentityNumber(text);
    if (number !== null)
      return err({
        field,
        message: `${label} holds what looks like ${number}. Take it out; Sideline does not keep such numbers.`,
      });
  }
  const warnings = describeHealth([...new Set(texts.flatMap(({ text }) => findHealthWords(text)))]);
  if (state === 'draft') return ok({ content, warnings });
  if (texts.every(({ text }) => text.trim() === ''))
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

// Generated from extensions/src/app/cards/coaching/writing/describe-saving.ts by `npm run generate`: edit it there.
import type { AnyDraft } from './draft.ts';

/** One line: whether what is on the screen is safe. */
export function describeSaving(draft: AnyDraft): string {
  const { trouble, savedAs, savedLabel } = draft;
  if (trouble?.kind === 'away') {
    if (draft.dueAt === null && !draft.isSending) return 'Not saved: Sideline could not be reached.';
    return trouble.isOffline
      ? 'Not saved: you are offline. It is sent when you are back.'
      : 'Not saved: Sideline does not answer. It is sent as soon as it does.';
  }
  if (trouble?.kind === 'refused')
    return isAtField.test(trouble.error.field ?? '')
      ? 'Not saved: see the marked field.'
      : `Not saved: ${trouble.error.message}`;
  if (trouble !== null) return 'Not saved: this was changed somewhere else too.';
  if (draft.isSending || draft.wish !== null) return 'Saving';
  if (draft.changedAt !== null) return 'Saving';
  if (savedAs !== 'edit') return savedLabel ?? 'Saved while you write.';
  return draft.editVersion === 0
    ? 'The note is already shared.'
    : `${savedLabel ?? 'Saved'}, for you alone: the note stands as it was until you share it.`;
}

/** The complaint stands beside the field itself. */
const isAtField = /^(text$|content\.(text|promises)\.\w)/;

/** Whether it needs a press to be tried again. */
export function hasGivenUp({ trouble, dueAt, isSending }: AnyDraft): boolean {
  if (trouble?.kind === 'away') return dueAt === null && !isSending;
  return trouble?.kind === 'clash' && !trouble.isUnread;
}

/** The service's complaint about one field, named as the contract names it: "text.goal", "promises.0.text", "text". */
export function faultAt({ trouble }: AnyDraft, place: string): string | null {
  if (trouble?.kind !== 'refused') return null;
  return trouble.error.field?.replace(/^content\./, '') === place ? trouble.error.message : null;
}

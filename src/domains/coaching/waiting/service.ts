import type { Kysely } from 'kysely';
import type { WaitingNote, WaitingView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Tables } from '../../../store/index.ts';
import { findViewer, quotasOf } from '../../quota/index.ts';
import { forPortal, type UnansweredNote } from './store.ts';

/** So many are shown at once. */
const SHOWN = 10;

export interface WaitingService {
  /** What was shared with the viewer and waits for their answer. */
  read(caller: Caller): Promise<Result<WaitingView, Refusal>>;
}

/** A rep's inbox of shared notes: that there is one, never what it says. */
export function createWaitingService({ db }: { readonly db: Kysely<Tables> }): WaitingService {
  return {
    async read({ portal, userId }) {
      const people = await quotasOf(db, portal.id).listPeople();
      const viewer = findViewer(people, userId);
      if (!viewer)
        return err({
          code: 'forbidden',
          message: 'HubSpot knows no owner behind you, so nothing is shared with you in Sideline.',
        });
      const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
      const { notes, total } = await forPortal(db, portal.id).listUnanswered(viewer.ownerId, SHOWN);
      return ok({
        ownerId: viewer.ownerId,
        notes: notes.map((note) => ({
          id: note.id,
          dateLabel: localDay(note.sharedAt, portal.timeZone),
          by: names.get(note.authorId) ?? 'Somebody who has left',
          beside: describePlace(note),
        })),
        more: total > notes.length ? `and ${countNoun(total - notes.length, 'more note')}` : null,
      });
    },
  };
}

function describePlace({ record: { type, id: recordId }, dealName }: UnansweredNote): WaitingNote['beside'] {
  return type === 'deal' ? { kind: type, recordId, name: dealName } : { kind: type, recordId };
}

import type { Selectable } from 'kysely';
import {
  namePromises,
  type Acknowledgement,
  type NoteContent,
  type NoteState,
  type RecordType,
} from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import { openLevels, sealLevels } from '../rubric/seal-levels.ts';
import type { Note } from './types.ts';

export type NoteRow = Selectable<Tables['coaching_note']>;

/** What a note says, as its row keeps it: words and levels apart, so that levels can be read without the words. */
export function sealContent(
  { portalId, authorId, repId, content }: Pick<Note, 'authorId' | 'repId' | 'content'> & { portalId: number },
  sealer: TextSealer,
) {
  const { scoring, ...words } = content;
  return {
    sealed_content: sealer.seal(JSON.stringify(words), contentPurpose(portalId, authorId, repId)),
    rubric_id: scoring?.rubricId ?? null,
    rubric_version: scoring?.version ?? null,
    sealed_levels: scoring
      ? sealLevels(sealer, { portalId, scorerId: authorId, repId }, scoring.levels)
      : null,
  };
}

/** The note behind a row, opened; `handedAt` says when its rep handed it on to whoever reads. */
export function openNote(row: NoteRow, handedAt: Date | null, sealer: TextSealer): Note {
  return {
    id: row.id,
    authorId: row.author_id,
    repId: row.rep_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    state: row.state as NoteState,
    version: row.version,
    content: openContent(row, sealer),
    createdAt: row.created_at,
    editedAt: row.edited_at,
    sharedAt: row.shared_at,
    acknowledgement: row.acknowledgement as Acknowledgement | null,
    acknowledgedAt: row.acknowledged_at,
    handedAt,
    selfScoring:
      row.sealed_self_levels === null || row.self_scored_at === null
        ? null
        : {
            levels: openLevels(sealer, { ...ownerOf(row), scorerId: row.rep_id }, row.sealed_self_levels),
            at: row.self_scored_at,
          },
  };
}

function openContent(row: NoteRow, sealer: TextSealer): NoteContent {
  const { portal_id: portalId, author_id: authorId, rep_id: repId } = row;
  const sealed = JSON.parse(
    sealer.open(row.sealed_content, contentPurpose(portalId, authorId, repId)),
  ) as NoteContent;
  const words = { ...sealed, promises: namePromises(sealed.promises) };
  if (row.rubric_id === null || row.rubric_version === null || row.sealed_levels === null) return words;
  const levels = openLevels(sealer, { ...ownerOf(row), scorerId: authorId }, row.sealed_levels);
  return { ...words, scoring: { rubricId: row.rubric_id, version: row.rubric_version, levels } };
}

const ownerOf = (row: NoteRow) => ({ portalId: row.portal_id, repId: row.rep_id });

const contentPurpose = (portalId: number, authorId: string, repId: string): string =>
  `portal:${portalId}:note of ${authorId} about ${repId}`;

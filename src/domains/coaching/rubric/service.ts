import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { Done, RubricRef, ScoreSelfRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { toNumber } from '../../../kernel/ratio.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, quotasOf } from '../../quota/index.ts';
import { changedSince } from '../notes/changed-since.ts';
import type { CoachingViewer } from '../notes/relate-to-rep.ts';
import { forPortal as notesOf } from '../notes/store.ts';
import type { Note } from '../notes/types.ts';
import { chooseRubric } from './choose-rubric.ts';
import { mapLevels } from './map-levels.ts';
import { measureDrift, type ManagerDrift } from './measure-drift.ts';
import { refuseLevels } from './refuse-levels.ts';
import { forPortal as scoringsOf } from './scorings/store.ts';
import { forPortal } from './store.ts';
import { traceRubric, type TracedRubric } from './trace-rubric.ts';
import type { PublishedRubric } from './types.ts';
import { weighScoring } from './weigh-scoring.ts';

export interface RubricDependencies {
  readonly db: Kysely<Tables>;
  readonly realClock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
}

/** What the card of one viewer needs of rubrics. */
export interface CardRubrics {
  /** By which the viewer may score; null where none fits, or where they score nobody. */
  readonly rubric: PublishedRubric | null;
  /** Those of the notes that the viewer may read. */
  readonly rubrics: readonly PublishedRubric[];
  readonly scored: TracedRubric | null;
}

export interface CardAsker {
  readonly portal: Caller['portal'];
  readonly viewerId: string;
  readonly viewer: CoachingViewer;
  readonly rep: { readonly ownerId: string; readonly teamId: string | null } | null;
  /** Null on a contact. */
  readonly stageId: string | null;
  /** What the viewer may read beside the record, and has begun. */
  readonly notes: readonly Pick<Note, 'content'>[];
}

/** How managers of one portal score by one rubric, with its newest name. */
export interface RubricDrift {
  readonly rubricId: string;
  readonly rubricName: string;
  /** The number of levels. */
  readonly of: number;
  readonly managers: readonly ManagerDrift[];
}

export interface RubricService {
  readCard(asker: CardAsker): Promise<CardRubrics>;
  /** The rep scores themselves by the rubric of a note that was shared with them. */
  scoreSelf(caller: Caller, request: ScoreSelfRequest): Promise<Result<Done, Refusal>>;
  /** How far these managers' shared scorings since then lie apart; without a rubric of which nothing can be said. */
  listDrift(portalId: number, managerIds: readonly string[], since: Date): Promise<RubricDrift[]>;
}

const noSuchNote: Refusal = { code: 'not_found', message: 'There is no such note.', field: 'noteId' };
const scoredAlready: Refusal = {
  code: 'conflict',
  message: 'You have scored yourself here already, and that stands. Reply if you see it otherwise now.',
  field: 'noteId',
};
const saidOf = ({ selfScoring }: Note): string | null => selfScoring && JSON.stringify(selfScoring.levels);

/** Rubrics at work: what is scored by them beside notes, and what follows from it. */
export function createRubricService({ db, realClock, openSealer }: RubricDependencies): RubricService {
  return {
    async readCard({ portal, viewerId, viewer, rep, stageId, notes }) {
      if (rep === null || viewer === 'other') {
        const refs = notes.flatMap(({ content }) => content.scoring ?? []);
        return { rubric: null, rubrics: await forPortal(db, portal.id).listVersions(refs), scored: null };
      }
      const rubrics = forPortal(db, portal.id);
      const current = viewer === 'manager' ? await rubrics.listCurrent() : [];
      const closest = chooseRubric(
        current.map(({ rubric }) => rubric),
        { stageId, teamId: rep.teamId },
      );
      const sealer = await openSealer(portal.id);
      const readable = await scoringsOf(db, portal.id, sealer).listReadable(rep.ownerId, viewerId);
      // A manager traces what they said themselves; of several managers' the rep sees the newest one's.
      const refs = [...readable, ...notes.flatMap(({ content }) => content.scoring ?? [])];
      const versions = await rubrics.listVersions(uniqueRefs(refs));
      return {
        rubric: current.find(({ rubric }) => rubric === closest) ?? null,
        rubrics: versions,
        scored: traceRubric(readable, versions, portal.timeZone),
      };
    },

    async scoreSelf(caller, { noteId, version, levels }) {
      const { portal, userId } = caller;
      const people = await quotasOf(db, portal.id).listPeople();
      const viewerId = findViewer(people, userId)?.ownerId ?? null;
      const sealer = await openSealer(portal.id);
      const read = async () =>
        viewerId && (await notesOf(db, portal.id, sealer).readReadable(noteId, viewerId));
      const note = await read();
      if (!note || note.repId !== viewerId) return err(noSuchNote);
      const done = { message: 'Saved. Your manager sees your scores beside theirs.' };
      const said = JSON.stringify(levels);
      // The same again, after an answer that never arrived.
      if (saidOf(note) === said) return ok(done);
      if (note.selfScoring) return err(scoredAlready);
      if (note.version !== version) return err(changedSince);
      const { scoring } = note.content;
      if (!scoring)
        return err({
          code: 'bad_request',
          message: 'This note holds no scores to put yours beside. Reply to it instead.',
          field: 'noteId',
        });
      const [published] = await forPortal(db, portal.id).listVersions([scoring]);
      const refused = refuseLevels(published, levels, '');
      if (refused) return err(refused);
      const at = realClock.now();
      const isKept = await inTransaction(db, async (trx) => {
        if (!(await scoringsOf(trx, portal.id, sealer).scoreSelf(note, levels, at))) return false;
        const details = { noteId, rubricId: scoring.rubricId, version: scoring.version };
        await auditOf(trx, portal.id).add({ at, userId, action: 'score oneself', details });
        return true;
      });
      if (isKept) return ok(done);
      const now = await read();
      // The same was said at the same moment, in another place.
      if (now && saidOf(now) === said) return ok(done);
      return err(now && now.version === version ? scoredAlready : changedSince);
    },

    async listDrift(portalId, managerIds, since) {
      const sealer = await openSealer(portalId);
      const shared = await scoringsOf(db, portalId, sealer).listShared(managerIds, since);
      const versions = await forPortal(db, portalId).listVersions(uniqueRefs(shared));
      const rubricOf = ({ rubricId, version }: RubricRef) =>
        versions.find((each) => each.rubricId === rubricId && each.version === version);
      const weighed = shared.flatMap(({ rubricId, version, scorerId, repId, levels }) => {
        const published = rubricOf({ rubricId, version });
        const weight = published && weighScoring(published.rubric, { levels: mapLevels(levels) });
        if (!weight) return [];
        const score = toNumber(weight.score);
        return [{ rubricId, name: published.rubric.name, of: weight.of, managerId: scorerId, repId, score }];
      });
      // Scores by four levels and by five say different things.
      return [...Map.groupBy(weighed, ({ rubricId, of }) => `${rubricId} ${of}`).values()].flatMap(
        (alike) => {
          const newest = alike.at(-1);
          const managers = measureDrift(alike);
          if (!newest || managers.length === 0) return [];
          return [{ rubricId: newest.rubricId, rubricName: newest.name, of: newest.of, managers }];
        },
      );
    },
  };
}

const uniqueRefs = (refs: readonly RubricRef[]): RubricRef[] => [
  ...new Map(refs.map((ref) => [`${ref.rubricId} ${ref.version}`, ref])).values(),
];

import type { Kysely } from 'kysely';
import type { RubricRef } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { PublishedRubric, Rubric, RubricScope, Skill } from './types.ts';

interface VersionRow {
  readonly rubric_id: string;
  readonly version: number;
  readonly name: string;
  readonly skills: unknown;
  readonly published_at: Date;
  readonly scope_kind: string;
  readonly scope_id: string | null;
}

/** A portal's rubrics. What was published is added to and never rewritten; for whom a rubric is may change. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const versions = () =>
    db
      .selectFrom('rubric_version')
      .innerJoin('rubric', (join) =>
        join
          .onRef('rubric.portal_id', '=', 'rubric_version.portal_id')
          .onRef('rubric.id', '=', 'rubric_version.rubric_id'),
      )
      .select(['rubric_version.rubric_id', 'rubric_version.version', 'name', 'skills', 'published_at'])
      .select(['scope_kind', 'scope_id'])
      .where('rubric_version.portal_id', '=', portalId);

  return {
    /** What is used now, in the order in which they were begun. */
    async listCurrent(): Promise<PublishedRubric[]> {
      const rows = await versions()
        .whereRef('rubric_version.version', '=', 'rubric.version')
        .where('is_withdrawn', '=', false)
        .orderBy('rubric_version.rubric_id')
        .execute();
      return rows.map(toPublished);
    },

    /** These versions, also of rubrics that are used no more; what is not there is left out. */
    async listVersions(refs: readonly RubricRef[]): Promise<PublishedRubric[]> {
      if (refs.length === 0) return [];
      const rows = await versions()
        .where((eb) =>
          eb.or(
            refs.map(({ rubricId, version }) =>
              eb.and([
                eb('rubric_version.rubric_id', '=', rubricId),
                eb('rubric_version.version', '=', version),
              ]),
            ),
          ),
        )
        .execute();
      return rows.map(toPublished);
    },

    /** The ids of all skills that a rubric ever had. */
    async listSkillIds(rubricId: string): Promise<string[]> {
      const rows = await versions().where('rubric_version.rubric_id', '=', rubricId).execute();
      return [...new Set(rows.flatMap(({ skills }) => (skills as Skill[]).map(({ id }) => id)))].sort();
    },

    /** Publishes a first version; null where another rubric is for the same people or stage. Give it a transaction. */
    async begin({ scope, name, skills }: Rubric, at: Date): Promise<RubricRef | null> {
      const row = await db
        .insertInto('rubric')
        .values({ portal_id: portalId, version: 1, ...toScope(scope) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!row) return null;
      await addVersion({ rubricId: row.id, version: 1 }, { name, skills }, at);
      return { rubricId: row.id, version: 1 };
    },

    /** Publishes the version after the one that was seen; null where it is another by now. Give it a transaction. */
    async publish(seen: RubricRef, { scope, name, skills }: Rubric, at: Date): Promise<RubricRef | null> {
      const row = await db
        .updateTable('rubric')
        .set((eb) => ({ version: eb('version', '+', 1), ...toScope(scope) }))
        .where('portal_id', '=', portalId)
        .where('id', '=', seen.rubricId)
        .where('version', '=', seen.version)
        .where('is_withdrawn', '=', false)
        .returning('version')
        .executeTakeFirst();
      if (!row) return null;
      const next = { rubricId: seen.rubricId, version: row.version };
      await addVersion(next, { name, skills }, at);
      return next;
    },

    /** Nobody is scored by it any more; false where it is not there at this version. */
    async withdraw({ rubricId, version }: RubricRef): Promise<boolean> {
      const row = await db
        .updateTable('rubric')
        .set({ is_withdrawn: true })
        .where('portal_id', '=', portalId)
        .where('id', '=', rubricId)
        .where('version', '=', version)
        .where('is_withdrawn', '=', false)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };

  async function addVersion(
    { rubricId, version }: RubricRef,
    { name, skills }: Pick<Rubric, 'name' | 'skills'>,
    at: Date,
  ): Promise<void> {
    await db
      .insertInto('rubric_version')
      .values({
        portal_id: portalId,
        rubric_id: rubricId,
        version,
        name,
        skills: JSON.stringify(skills),
        published_at: at,
      })
      .execute();
  }
}

const toPublished = (row: VersionRow): PublishedRubric => ({
  rubricId: row.rubric_id,
  version: row.version,
  publishedAt: row.published_at,
  rubric: { name: row.name, scope: fromScope(row), skills: row.skills as Skill[] },
});

function toScope(scope: RubricScope): { scope_kind: string; scope_id: string | null } {
  switch (scope.kind) {
    case 'everyone':
      return { scope_kind: 'everyone', scope_id: null };
    case 'team':
      return { scope_kind: 'team', scope_id: scope.teamId };
    case 'stage':
      return { scope_kind: 'stage', scope_id: scope.stageId };
  }
}

function fromScope({ scope_kind: kind, scope_id: id }: VersionRow): RubricScope {
  if (kind === 'team') return { kind, teamId: id ?? '' };
  if (kind === 'stage') return { kind, stageId: id ?? '' };
  return { kind: 'everyone' };
}

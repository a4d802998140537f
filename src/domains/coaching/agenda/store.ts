import { sql, type Kysely } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import { gather, type Tables } from '../../../store/index.ts';
import { isReadableBy } from '../lines/store.ts';
import { datesOfPair, thesePairs } from '../meetings/store.ts';
import { openPair, type PairRow } from './open-pair.ts';
import type { AgendaDeal, AgendaReader, Pair, PairFacts } from './pair-facts.ts';

interface Question {
  readonly quotaKeys: readonly string[];
  readonly periodKey: string;
  readonly reader: AgendaReader;
}

/** What agendas are made of; text is opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  return {
    /** The open deals of these people, and those won since a moment. */
    async listDeals(repIds: readonly string[], wonSince: Date): Promise<AgendaDeal[]> {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'name', 'home_minor as homeMinor', 'close_at as closeAt', 'created_at as createdAt'])
        .select(['last_activity_at as lastActivityAt', 'next_activity_at as nextActivityAt'])
        .select(['has_next_step as hasNextStep', 'pushes', 'is_won as isWon'])
        .select((eb) => [
          eb.cast<string>('owner_id', 'text').as('ownerId'),
          eb('amount', 'is not', null).as('hasAmount'),
        ])
        .where('portal_id', '=', portalId)
        .where((eb) => eb('owner_id', '=', eb.fn.any(eb.val(repIds))))
        .where((eb) =>
          eb.or([
            eb('is_closed', '=', false),
            eb.and([eb('is_closed', '=', true), eb('is_won', '=', true), eb('close_at', '>=', wonSince)]),
          ]),
        )
        .execute();
      return rows.map((row) => ({ ...row, hasAmount: Boolean(row.hasAmount) }));
    },

    /** One entry a pair, in one statement. Quotas and credit are those of the keys named. */
    async readPairs(
      pairs: readonly Pair[],
      { quotaKeys, periodKey, reader }: Question,
    ): Promise<PairFacts[]> {
      const { rows } = await sql<PairRow>`
        select ${datesOfPair(portalId)},
          ${gather(
            sql`jsonb_build_object('id', a.id, 'noteId', a.note_id, 'doerId', a.doer_id, 'text', a.sealed_text,
              'dueOn', a.due_on, 'type', a.record_type, 'recordId', a.record_id, 'at', a.created_at)`,
            sql`coaching_action a where a.portal_id = ${portalId} and a.rep_id = pair.rep_id
              and a.author_id = pair.manager_id and a.state = 'open'`,
          )} as actions,
          ${gather(
            sql`jsonb_build_object('id', line.id, 'text', line.sealed_text, 'type', line.record_type,
              'recordId', line.record_id, 'managerId', line.manager_id, 'readerId', line.reader_id)
              order by line.at, line.id`,
            sql`coaching_line line where line.portal_id = ${portalId} and line.rep_id = pair.rep_id
              and ${isReadableBy(reader === 'rep' ? sql`pair.rep_id` : sql`pair.manager_id`)}`,
          )} as lines,
          ${gather(
            sql`jsonb_build_object('id', r.id, 'reason', r.sealed_reason, 'type', r.record_type, 'recordId', r.record_id)
              order by r.at, r.id`,
            sql`coaching_request r where r.portal_id = ${portalId} and r.rep_id = pair.rep_id and r.taken_up_on is null`,
          )} as requests,
          (select jsonb_build_object('levels', n.sealed_levels, 'skills', v.skills) from coaching_note n
            join rubric_version v on v.portal_id = n.portal_id and v.rubric_id = n.rubric_id
              and v.version = n.rubric_version
            where n.portal_id = ${portalId} and n.author_id = pair.manager_id and n.rep_id = pair.rep_id
              and n.state = any(${reader === 'rep' ? ['shared'] : ['private', 'shared']})
            order by coalesce(n.shared_at, n.created_at) desc, n.id desc limit 1) as scoring,
          ${gather(
            sql`jsonb_build_object('id', n.id, 'type', n.record_type, 'recordId', n.record_id, 'at', n.acknowledged_at)`,
            sql`coaching_note n where n.portal_id = ${portalId} and n.rep_id = pair.rep_id
              and n.author_id = pair.manager_id and n.acknowledgement = 'disagreed'`,
          )} as disagreed,
          ${gather(
            sql`d.deal_id || ' ' || d.reason`,
            sql`coaching_dispute d where d.portal_id = ${portalId} and d.rep_id = pair.rep_id`,
          )} as disputes,
          ${gather(
            sql`to_jsonb(s)`,
            sql`(select pipeline_id as "pipelineId", period_key as "periodKey", kind, track,
                sum(amount_minor)::bigint as "amountMinor" from credit
              where portal_id = ${portalId} and owner_id = pair.rep_id and period_key = ${periodKey}
              group by pipeline_id, period_key, kind, track) s`,
          )} as credits,
          ${gather(
            sql`jsonb_build_object('subjectKind', q.subject_kind, 'subjectId', q.subject_id,
              'pipelineIds', nullif(q.pipeline_ids, ''), 'periodKey', q.period_key, 'source', q.source,
              'amountMinor', q.amount_minor)`,
            sql`quota q where q.portal_id = ${portalId} and q.subject_kind = 'rep' and q.subject_id = pair.rep_id
              and q.period_key = any(${quotaKeys})`,
          )} as quotas
        from ${thesePairs(pairs)}`.execute(db);
      return rows.map((row) => openPair(row, portalId, sealer));
    },
  };
}

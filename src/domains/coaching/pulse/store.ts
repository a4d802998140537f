import { sql, type Kysely } from 'kysely';
import { inChunks, type Tables } from '../../../store/index.ts';
import type { PublishedWord } from './describe-pulse.ts';
import type { PortalRounds } from './list-due-rounds.ts';
import type { PublishedPulse, PulseGroup, PulseWord } from './types.ts';

/** Every connected portal that asks, or has a quarter that is not published. */
export async function listPortalRounds(db: Kysely<Tables>): Promise<PortalRounds[]> {
  const { rows } = await sql<{
    id: number;
    time_zone: string;
    is_on: boolean;
    open_keys: string[] | null;
    newest_key: string | null;
  }>`select portal.id, portal.time_zone, pulse_setting.is_on,
      array_agg(pulse_round.quarter_key) filter (where not pulse_round.is_closed) as open_keys,
      max(pulse_round.quarter_key) as newest_key
    from pulse_setting join portal on portal.id = pulse_setting.portal_id and portal.connected
    left join pulse_round on pulse_round.portal_id = portal.id
    group by portal.id, portal.time_zone, pulse_setting.is_on order by portal.id`.execute(db);
  return rows.map((row) => ({
    portalId: row.id,
    timeZone: row.time_zone,
    isOn: row.is_on,
    openKeys: row.open_keys ?? [],
    newestKey: row.newest_key,
  }));
}

/** The switch, the quarters, their groups and what was published. Nothing here says who takes part. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async isOn(): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_setting')
        .select('is_on')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.is_on ?? false;
    },

    /** The same, and nobody switches until the transaction is over. */
    async holdSwitch(): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_setting')
        .select('is_on')
        .where('portal_id', '=', portalId)
        .forShare()
        .executeTakeFirst();
      return row?.is_on ?? false;
    },

    async switch(isOn: boolean): Promise<void> {
      await db
        .insertInto('pulse_setting')
        .values({ portal_id: portalId, is_on: isOn })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet({ is_on: isOn }))
        .execute();
    },

    /** Opens a quarter with its groups; changes nothing where it has been opened before. */
    async open(quarterKey: string, groups: readonly PulseGroup[]): Promise<void> {
      const opened = await db
        .insertInto('pulse_round')
        .values({ portal_id: portalId, quarter_key: quarterKey })
        .onConflict((conflict) => conflict.doNothing())
        .returning('quarter_key')
        .executeTakeFirst();
      if (!opened) return;
      const key = { portal_id: portalId, quarter_key: quarterKey };
      await inChunks(groups, (part) =>
        db
          .insertInto('pulse_group')
          .values(part.map(({ id }) => ({ ...key, manager_id: id })))
          .execute(),
      );
      await inChunks(
        groups.flatMap(({ id, memberIds }) =>
          memberIds.map((member) => ({ ...key, manager_id: id, member_id: member })),
        ),
        (part) =>
          db
            .insertInto('pulse_member')
            .values([...part])
            .execute(),
      );
    },

    async hasRound(quarterKey: string): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_round')
        .select('quarter_key')
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Whether a quarter may still be answered; it is not published until the transaction is over. */
    async holdOpen(quarterKey: string): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_round')
        .select('is_closed')
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .forShare()
        .executeTakeFirst();
      return row?.is_closed === false;
    },

    /** The quarters before this one that are not published. */
    async listOver(presentKey: string): Promise<string[]> {
      const rows = await db
        .selectFrom('pulse_round')
        .select('quarter_key')
        .where('portal_id', '=', portalId)
        .where('is_closed', '=', false)
        .where('quarter_key', '<', presentKey)
        .orderBy('quarter_key')
        .execute();
      return rows.map((row) => row.quarter_key);
    },

    /** All quarters there were. */
    async listKeys(): Promise<string[]> {
      const rows = await db
        .selectFrom('pulse_round')
        .select('quarter_key')
        .where('portal_id', '=', portalId)
        .orderBy('quarter_key')
        .execute();
      return rows.map((row) => row.quarter_key);
    },

    /** False where the quarter is closed by now; waits for whoever answers it or closes it at the same time. */
    async close(quarterKey: string): Promise<boolean> {
      const row = await db
        .updateTable('pulse_round')
        .set({ is_closed: true })
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .where('is_closed', '=', false)
        .returning('quarter_key')
        .executeTakeFirst();
      return row !== undefined;
    },

    async listGroups(quarterKey: string): Promise<PulseGroup[]> {
      const rows = await db
        .selectFrom('pulse_member')
        .select(['manager_id', 'member_id'])
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .orderBy('manager_id')
        .orderBy('member_id')
        .execute();
      return [...Map.groupBy(rows, (row) => row.manager_id)].map(([id, members]) => ({
        id,
        memberIds: members.map((row) => row.member_id),
      }));
    },

    /** Keeps the words, and of the members those who are managers themselves: the others nobody needs any more. */
    async publish(quarterKey: string, published: readonly PublishedPulse[]): Promise<void> {
      for (const [word, groups] of Map.groupBy(published, (group) => group.word))
        await inChunks(groups, (part) =>
          db
            .updateTable('pulse_group')
            .set({ word })
            .where('portal_id', '=', portalId)
            .where('quarter_key', '=', quarterKey)
            .where(
              'manager_id',
              'in',
              part.map(({ groupId }) => groupId),
            )
            .execute(),
        );
      await db
        .deleteFrom('pulse_member')
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .where('member_id', 'not in', (eb) =>
          eb
            .selectFrom('pulse_group')
            .select('manager_id')
            .where('portal_id', '=', portalId)
            .where('quarter_key', '=', quarterKey),
        )
        .execute();
    },

    /** What was published of a manager's own group and of those of managers who stood below them then. */
    async listWords(managerId: string): Promise<PublishedWord[]> {
      const rows = await db
        .selectFrom('pulse_group')
        .innerJoin('pulse_round', (join) =>
          join
            .onRef('pulse_round.portal_id', '=', 'pulse_group.portal_id')
            .onRef('pulse_round.quarter_key', '=', 'pulse_group.quarter_key'),
        )
        .select(['pulse_group.quarter_key', 'pulse_group.manager_id', 'pulse_group.word'])
        .where('pulse_group.portal_id', '=', portalId)
        .where('pulse_round.is_closed', '=', true)
        .where((eb) =>
          eb.or([
            eb('pulse_group.manager_id', '=', managerId),
            eb.exists(
              eb
                .selectFrom('pulse_member')
                .select('pulse_member.member_id')
                .whereRef('pulse_member.portal_id', '=', 'pulse_group.portal_id')
                .whereRef('pulse_member.quarter_key', '=', 'pulse_group.quarter_key')
                .whereRef('pulse_member.member_id', '=', 'pulse_group.manager_id')
                .where('pulse_member.manager_id', '=', managerId),
            ),
          ]),
        )
        .orderBy('pulse_group.quarter_key')
        .orderBy('pulse_group.manager_id')
        .execute();
      return rows.map((row) => ({
        quarterKey: row.quarter_key,
        managerId: row.manager_id,
        word: row.word as PulseWord | null,
      }));
    },
  };
}

import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { WinModel } from './types.ts';

/** What was learned from a portal's history, kept until it is learned anew. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async readModel(): Promise<WinModel | null> {
      const row = await db
        .selectFrom('win_model')
        .select('model')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row ? (row.model as WinModel) : null;
    },

    async saveModel(model: WinModel): Promise<void> {
      const values = { fitted_at: new Date(model.fittedAt), model: JSON.stringify(model) };
      await db
        .insertInto('win_model')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
    },
  };
}

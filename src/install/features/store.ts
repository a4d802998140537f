import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** HubSpot does not permit a feature: its code and words, when it said so, and what was granted then. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly at: Date;
  readonly scopes: readonly string[];
}

export interface StoredFeature {
  readonly name: string;
  readonly isSwitchedOff: boolean;
  readonly refusal: Refusal | null;
}

/** What ops and HubSpot have said about one portal's features; a feature that nobody spoke of has no row. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const change = async (name: string, values: Omit<Partial<Row>, 'name' | 'portal_id'>): Promise<void> => {
    await db
      .insertInto('feature')
      .values({ ...nobodyRefused, portal_id: portalId, name, ...values })
      .onConflict((conflict) => conflict.columns(['portal_id', 'name']).doUpdateSet(values))
      .execute();
  };
  const forget = () =>
    db
      .updateTable('feature')
      .set(nobodyRefused)
      .where('portal_id', '=', portalId)
      .where('refused_at', 'is not', null);
  return {
    async list(): Promise<StoredFeature[]> {
      const rows = await db
        .selectFrom('feature')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('name')
        .execute();
      return rows.map((row) => ({
        name: row.name,
        isSwitchedOff: row.switched_off,
        refusal:
          row.refused_at === null
            ? null
            : {
                code: row.refused_code ?? '',
                message: row.refused_message ?? '',
                at: row.refused_at,
                scopes: row.refused_scopes ?? [],
              },
      }));
    },

    /** What ops want. Switched on, a feature that HubSpot refused is asked for again. */
    async switch(name: string, isOn: boolean): Promise<void> {
      await change(name, { switched_off: !isOn, ...(isOn && nobodyRefused) });
    },

    async noteRefusal(
      name: string,
      { code, message }: Pick<Refusal, 'code' | 'message'>,
      scopes: readonly string[],
      at: Date,
    ): Promise<void> {
      await change(name, {
        refused_code: code,
        refused_message: message,
        refused_at: at,
        refused_scopes: JSON.stringify(scopes),
      });
    },

    /** The feature has worked. */
    async forgetRefusal(name: string): Promise<void> {
      await forget().where('name', '=', name).execute();
    },

    /** Somebody has connected the portal again, which may have changed what HubSpot permits. */
    async forgetRefusals(): Promise<void> {
      await forget().execute();
    },
  };
}

interface Row {
  portal_id: number;
  name: string;
  switched_off: boolean;
  refused_code: string | null;
  refused_message: string | null;
  refused_at: Date | null;
  refused_scopes: string | null;
}

const nobodyRefused = {
  refused_code: null,
  refused_message: null,
  refused_at: null,
  refused_scopes: null,
};

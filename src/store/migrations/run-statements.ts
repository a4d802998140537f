import { sql, type Kysely } from 'kysely';

/** A migration that runs these statements in order. */
export function runStatements(statements: readonly string[]) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

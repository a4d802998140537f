export { gather } from './gather.ts';
export { inChunks } from './in-chunks.ts';
export { inTransaction } from './in-transaction.ts';
export { lockDirectory } from './lock-directory.ts';
export { isMigrated } from './migrate.ts';
export { openDatabase, type OpenDatabase, type StoreLocation } from './open-database.ts';
export { readBacklog, type Backlog } from './read-backlog.ts';
export type { Tables } from './tables.ts';

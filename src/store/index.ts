export { inChunks } from './in-chunks.ts';
export { lockDirectory } from './lock-directory.ts';
export { openDatabase, type OpenDatabase, type StoreLocation } from './open-database.ts';
export type { Tables } from './tables.ts';

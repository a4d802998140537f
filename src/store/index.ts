export { openDatabase, type OpenDatabase, type StoreLocation } from './open-database.ts';
export type { Tables } from './tables.ts';

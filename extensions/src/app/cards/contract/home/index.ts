// Generated from src/contract/home/index.ts by `npm run generate`: edit it there.
export * from './deals-behind.ts';
export * from './definitions.ts';
export * from './team.ts';

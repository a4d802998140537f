export * from './deals-behind.ts';
export * from './definitions.ts';
export * from './team.ts';

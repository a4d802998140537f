// Generated from src/contract/index.ts by `npm run generate`: edit it there.
export * from './coaching/index.ts';
export * from './failure.ts';
export * from './home/index.ts';
export * from './quota-forecast-card.ts';
export * from './settings/index.ts';

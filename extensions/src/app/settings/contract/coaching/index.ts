// Generated from src/contract/coaching/index.ts by `npm run generate`: edit it there.
export * from './agenda.ts';
export * from './card.ts';
export * from './note.ts';

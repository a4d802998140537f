export * from './agenda.ts';
export * from './card.ts';
export * from './note.ts';

// Generated from src/contract/coaching/index.ts by `npm run generate`: edit it there.
export * from './agenda.ts';
export * from './calibration.ts';
export * from './card.ts';
export * from './draft.ts';
export * from './impact.ts';
export * from './copy.ts';
export * from './handover.ts';
export * from './meeting.ts';
export * from './note.ts';
export * from './overview.ts';
export * from './policy.ts';
export * from './pulse.ts';
export * from './retention.ts';
export * from './rubric.ts';
export * from './waiting.ts';

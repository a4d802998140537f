// Generated from src/contract/settings/index.ts by `npm run generate`: edit it there.
export * from './calendar.ts';
export * from './data-quality.ts';
export * from './fields.ts';
export * from './people.ts';
export * from './pipelines.ts';
export * from './privacy.ts';
export * from './quotas.ts';
export * from './roles.ts';
export * from './rubrics.ts';
export * from './setup.ts';
export * from './sharing.ts';
export * from './sync.ts';
export * from './writes.ts';

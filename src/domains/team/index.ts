export { createTeamService, type TeamService } from './service.ts';
export type { TargetMismatch } from '../quota/index.ts';
export type { GroupSummary, Overview } from './types.ts';

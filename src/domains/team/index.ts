export { createTeamService, type TeamService } from './service.ts';
export type { TargetMismatch } from '../quota/index.ts';
export type { ExpectedDeal, GroupSummary, Overview, Outlook, PersonSummary } from './types.ts';

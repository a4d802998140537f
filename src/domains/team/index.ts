export { createTeamService, type TeamService } from './service.ts';
export type { GroupSummary, Overview } from './types.ts';

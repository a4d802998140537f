export { createActionTasks } from './actions/service.ts';
export { createAgendaMaker } from './agenda/service.ts';
export { createAgendaPreparation } from './meetings/jobs.ts';
export { forPortal as heldCoachingOf } from './held/store.ts';
export { coachingRoutes } from './routes.ts';
export { createCoachingService, type CoachingService } from './service.ts';

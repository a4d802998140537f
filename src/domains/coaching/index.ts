export { coachingRoutes } from './routes.ts';
export { createCoachingService, type CoachingService } from './service.ts';

export { quotaForecastRoutes } from './routes.ts';
export { createQuotaForecastService } from './service.ts';

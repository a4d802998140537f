export { bareAmount } from './bare-amount.ts';
export { inWholePercent } from './describe-standing.ts';
export { quotaForecastRoutes } from './routes.ts';
export { createQuotaForecastService } from './service.ts';

export { describeForecastProperties } from './describe-forecast-properties.ts';
export { describeLikelihood } from './describe-likelihood.ts';
export { createForecastService, type ForecastService, type PortalEstimator } from './service.ts';
export type { WinEstimate } from './types.ts';
export { forecastPeriod, type PeriodForecast } from './forecast-period.ts';
export { measureCoverage, type Coverage } from './measure-coverage.ts';
export {
  hubspotForecastCategories,
  totalByCategory,
  type CategorisedDeal,
  type CategoryTotal,
} from './total-by-category.ts';
export { weighAmount } from './weigh-amount.ts';

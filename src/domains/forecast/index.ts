export { askAboutDeal } from './ask-about-deal.ts';
export { describeForecastProperties } from './describe-forecast-properties.ts';
export { describeLikelihood } from './describe-likelihood.ts';
export { createForecastService, type ForecastService, type PortalEstimator } from './service.ts';
export type { OpenDeal, WinEstimate } from './types.ts';
export { forecastPeriod, type PeriodForecast } from './forecast-period.ts';
export { placeInForecast, type LeftOutReason } from './place-in-forecast.ts';
export { coveredAmount } from './covered-amount.ts';
export { measureCoverage, type Coverage } from './measure-coverage.ts';
export {
  hubspotForecastCategories,
  totalByCategory,
  type CategorisedDeal,
  type CategoryTotal,
} from './total-by-category.ts';
export { weighAmount } from './weigh-amount.ts';
export { openDealsForBacktest, type BacktestedPeriod } from './backtest-amounts.ts';
export { measureMiss } from './measure-miss.ts';
export { describeRiskReason } from './describe-risk-reason.ts';
export { listRiskReasons, type RiskFacts, type RiskReason } from './list-risk-reasons.ts';
export { closedDealsForHistory } from './rules.ts';

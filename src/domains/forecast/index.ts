export { describeForecastProperties } from './describe-forecast-properties.ts';
export { describeLikelihood } from './describe-likelihood.ts';
export { createForecastService, type ForecastService, type PortalEstimator } from './service.ts';

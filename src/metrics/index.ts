export { createMetrics, type Metrics, type Standing } from './create-metrics.ts';
export { measurePacer } from './measure-pacer.ts';

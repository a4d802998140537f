export * from './failure.ts';
export * from './quota-forecast-card.ts';

export type { Counts, Problem, Reading } from './reading.ts';
export { readDeals } from './read-deals.ts';
export type { DealRow } from './deal-schema.ts';
export { readPeople } from './read-people.ts';
export type { PersonRow } from './read-people.ts';
export { readQuotas } from './read-quotas.ts';
export type { QuotaRow } from './read-quotas.ts';
export { readStages } from './read-stages.ts';
export type { StageRow } from './read-stages.ts';

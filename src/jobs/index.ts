export { createQueue, type Queue } from './queue.ts';
export type { JobHandlers } from './catalogue.ts';

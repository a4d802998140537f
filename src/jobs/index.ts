export { createQueue, type Queue, type QueueDepth, type WorkedJob } from './queue.ts';
export type { JobHandlers } from './catalogue.ts';
export { waitOutPauses } from './wait-out-pauses.ts';

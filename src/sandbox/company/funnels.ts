import type { SeedPipeline } from '../seed.ts';

/** A pipeline and how deals travel it. */
export interface Funnel {
  readonly pipeline: SeedPipeline;
  /** Ids of the open stages in order. */
  readonly open: readonly string[];
  readonly won: string;
  readonly lost: string;
  /** How the lost deals spread over the last open stage they saw, in the order of `open`. */
  readonly lostAfter: readonly number[];
  /** Usual share of a deal's life in each open stage, in the order of `open`. */
  readonly dwell: readonly number[];
}

export const SALES: Funnel = {
  pipeline: {
    id: 'default',
    label: 'Sales Pipeline',
    stages: [
      { id: 'appointmentscheduled', label: 'Appointment Scheduled', probability: '0.2' },
      { id: 'qualifiedtobuy', label: 'Qualified To Buy', probability: '0.4' },
      { id: 'presentationscheduled', label: 'Presentation Scheduled', probability: '0.6' },
      { id: 'decisionmakerboughtin', label: 'Decision Maker Bought-In', probability: '0.8' },
      { id: 'contractsent', label: 'Contract Sent', probability: '0.9' },
      { id: 'closedwon', label: 'Closed Won', probability: '1.0' },
      { id: 'closedlost', label: 'Closed Lost', probability: '0.0' },
    ],
  },
  open: [
    'appointmentscheduled',
    'qualifiedtobuy',
    'presentationscheduled',
    'decisionmakerboughtin',
    'contractsent',
  ],
  won: 'closedwon',
  lost: 'closedlost',
  lostAfter: [30, 27, 22, 13, 8],
  dwell: [24, 26, 22, 16, 12],
};

export const RENEWALS: Funnel = {
  pipeline: {
    id: '98172635',
    label: 'Renewals',
    stages: [
      { id: '180452711', label: 'Renewal due', probability: '0.6' },
      { id: '180452712', label: 'In conversation', probability: '0.7' },
      { id: '180452713', label: 'Quote sent', probability: '0.85' },
      { id: '180452714', label: 'Renewed', probability: '1.0' },
      { id: '180452715', label: 'Churned', probability: '0.0' },
    ],
  },
  open: ['180452711', '180452712', '180452713'],
  won: '180452714',
  lost: '180452715',
  lostAfter: [25, 45, 30],
  dwell: [40, 35, 25],
};

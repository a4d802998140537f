import type { DealsBehindRequest } from '../../contract/index.ts';

/** One figure of one row, whose deals are looked at. */
export type Figure = Pick<DealsBehindRequest, 'subject' | 'figure'>;

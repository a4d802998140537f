export { openPauses } from './open-pauses.ts';
export { openSharedLedger } from './open-shared-ledger.ts';

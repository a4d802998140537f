export { openLedger } from './open-ledger.ts';
export { openPauses } from './open-pauses.ts';
export { openSharedLedger } from './open-shared-ledger.ts';

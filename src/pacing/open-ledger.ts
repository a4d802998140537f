import { openMemoryLedger, type Ledger } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { OpenDatabase } from '../store/index.ts';
import { openSharedLedger } from './open-shared-ledger.ts';

/** The ledger that goes with a store: the embedded one has a single process, whose calls nobody else need count. */
export function openLedger({ db, engine }: Pick<OpenDatabase, 'db' | 'engine'>, clock: Clock): Ledger {
  return engine.kind === 'postgres' ? openSharedLedger({ db, clock }) : openMemoryLedger(clock);
}

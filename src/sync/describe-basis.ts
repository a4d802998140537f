import { digestOf } from '../kernel/digest-of.ts';
import type { PortalSync } from './dependencies.ts';
import { openMirroring } from './mirror-records.ts';

/** What every mirrored deal's figures stand on, in one short text: deals that were read under another have to be read again. */
export async function describeBasis(sync: PortalSync): Promise<string> {
  const { timeZone, companyCurrency, fiscalStartMonth, periodKind, scopes } = sync.portal;
  const { stages, rates, properties } = await openMirroring(sync);
  return digestOf([
    timeZone,
    companyCurrency,
    fiscalStartMonth,
    periodKind,
    scopes.toSorted(),
    stages.map(({ id, isWon }) => [id, isWon]),
    [...rates],
    properties,
  ]);
}

import { createHash } from 'node:crypto';
import type { PortalSync } from './dependencies.ts';
import { openMirroring } from './mirror-records.ts';

/** What every mirrored deal's figures stand on, in one short text: deals that were read under another have to be read again. */
export async function describeBasis(sync: PortalSync): Promise<string> {
  const { timeZone, companyCurrency, fiscalStartMonth, periodKind, scopes } = sync.portal;
  const { stages, rates, properties } = await openMirroring(sync);
  const basis = [
    timeZone,
    companyCurrency,
    fiscalStartMonth,
    periodKind,
    scopes.toSorted(),
    stages.map(({ id, isWon }) => [id, isWon]),
    [...rates],
    properties,
  ];
  return createHash('sha256').update(JSON.stringify(basis)).digest('base64url');
}

import type { ChangeSource, PropertyVersion, StoredRecord } from './stored-record.ts';

/** HubSpot remembers about this many versions of a property. */
const rememberedVersions = 20;

/** A record without values, before its first revision. */
export function blankRecord(id: string, at: string): StoredRecord {
  return { id, createdAt: at, updatedAt: at, archivedAt: null, history: {}, calculated: {} };
}

/**
 * Writes `values` into a record's history at the instant `at`. A value equal to the current one leaves no new version,
 * but any write moves the last-modified date, as in HubSpot.
 */
export function reviseRecord({
  record,
  values,
  source,
  at,
}: {
  record: StoredRecord;
  values: Readonly<Record<string, string>>;
  source: ChangeSource;
  at: string;
}): StoredRecord {
  const history: Record<string, readonly PropertyVersion[]> = { ...record.history };
  for (const [name, value] of Object.entries(values)) {
    const versions = history[name] ?? [];
    if ((versions[0]?.value ?? '') === value) continue;
    history[name] = [{ value, timestamp: at, ...source }, ...versions].slice(0, rememberedVersions);
  }
  return { ...record, history, updatedAt: at };
}

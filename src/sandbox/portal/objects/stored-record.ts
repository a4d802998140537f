/** Who or what changed a value, in the words of HubSpot's property history. */
export interface ChangeSource {
  readonly sourceType: 'INTEGRATION' | 'CRM_UI' | 'IMPORT';
  readonly sourceId: string;
  readonly sourceLabel: string;
  readonly updatedByUserId: number | null;
}

export interface PropertyVersion extends ChangeSource {
  readonly value: string;
  readonly timestamp: string;
}

/** A record of any object type; never changed in place, so that the lagging search index can keep an older one. */
export interface StoredRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  /** Written values, newest version first; an empty text is a cleared value. */
  readonly history: Readonly<Record<string, readonly PropertyVersion[]>>;
  /** Values that the portal computes; only the current one is kept. */
  readonly calculated: Readonly<Record<string, string>>;
}

/** The current value of a property; null when it was never set or has been cleared. */
export function currentValue(record: StoredRecord, property: string): string | null {
  const value = record.history[property]?.[0]?.value ?? record.calculated[property] ?? '';
  return value === '' ? null : value;
}

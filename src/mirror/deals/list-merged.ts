/** HubSpot keeps on the survivor of a merge which records went into it. */
export const mergedProperty = 'hs_merged_object_ids';

/** The ids that went into a record, its own not among them. */
export function listMerged({
  id,
  properties,
}: {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
}): string[] {
  return (properties[mergedProperty] ?? '').split(';').filter((merged) => merged !== '' && merged !== id);
}

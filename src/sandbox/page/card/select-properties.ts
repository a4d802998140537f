import type { PortalRecord, PropertyValues } from '../portal-types.ts';

/** The named values of a record, null where there is none; those in `formatted` as people read them. */
export function selectProperties(
  record: PortalRecord,
  names: readonly string[] | '*',
  formatted: readonly string[] | 'all',
): PropertyValues {
  const displays = new Map(
    record.groups.flatMap((group) => group.properties.map(({ name, display }) => [name, display] as const)),
  );
  const wanted = names === '*' ? Object.keys(record.properties) : names;
  return Object.fromEntries(
    wanted.map((name) => {
      const value = record.properties[name] ?? null;
      const isFormatted = formatted === 'all' || formatted.includes(name);
      return [name, isFormatted && value !== null ? (displays.get(name) ?? value) : value];
    }),
  );
}

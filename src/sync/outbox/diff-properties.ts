/** One record's property values to be set; an empty string clears. */
export interface Patch {
  readonly recordId: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Says when the other values last changed, hence never a reason to write by itself. */
export const AS_OF = 'sideline_as_of';

/**
 * Desired minus known: only what HubSpot does not show already. Known is what was mirrored from HubSpot, so a value that an admin
 * overwrote by hand comes out as a difference and is set again. Numbers are compared as numbers: HubSpot
 * may answer "300000" to our "300000.00".
 * Returns null when nothing has to be written.
 */
export function diffProperties(
  recordId: string,
  desired: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  asOf: Date,
): Patch | null {
  const changed = Object.entries(desired).filter(([name, value]) => !sameValue(value, known[name] ?? ''));
  if (changed.length === 0) return null;
  return { recordId, properties: { ...Object.fromEntries(changed), [AS_OF]: asOf.toISOString() } };
}

function sameValue(left: string, right: string): boolean {
  if (left === right) return true;
  return isNumeric(left) && isNumeric(right) && Number(left) === Number(right);
}

const isNumeric = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

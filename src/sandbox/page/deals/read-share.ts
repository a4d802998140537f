/** A written fraction as a number; null when it is absent or no number. */
export function readShare(value: string | number | null): number | null {
  if (value === null || value === '') return null;
  const share = Number(value);
  return Number.isFinite(share) ? share : null;
}

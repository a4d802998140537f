/** The number of a deal, from itself or from the address of its record; null for anything else. */
export function readDealId(typed: string): string | null {
  const found =
    /^\s*([1-9]\d{0,19})\s*$/.exec(typed) ?? /\/(?:record\/0-3|deal)\/([1-9]\d{0,19})\b/.exec(typed);
  return found?.[1] ?? null;
}

/** What HubSpot's cursor is more than the id of the last deal on its page. */
export type CursorStep = 0 | 1;

/**
 * How a list's cursors follow from ids, seen from one that HubSpot handed out; null when they do not, and then nobody
 * can begin in the middle of a list. HubSpot calls cursors opaque: a prediction makes reading faster, nothing depends on it.
 */
export function readCursorStep(page: {
  readonly last: string | null;
  readonly next: string | null;
}): CursorStep | null {
  const { last, next } = page;
  if (last === null || next === null || !/^\d+$/.test(next) || !/^\d+$/.test(last)) return null;
  const step = BigInt(next) - BigInt(last);
  return step === 0n || step === 1n ? (Number(step) as CursorStep) : null;
}

/** The cursor of a page that would begin behind the deal with this id. */
export function cursorAfter(id: string, step: CursorStep): string {
  return String(BigInt(id) + BigInt(step));
}

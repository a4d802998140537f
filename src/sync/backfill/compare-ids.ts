/** Orders HubSpot's ids, which are numbers kept as text: below 0 when `left` is the smaller. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}

/** The larger of two ids; null stands for none. */
export function laterId(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return compareIds(left, right) < 0 ? right : left;
}

/** Reads a number of records as people write it: `800`, `50k`, `1.5k`, `1m`, `100,000`. Null when it is none. */
export function readSize(text: string): number | null {
  const parts = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(text.replaceAll(/[,_ ]/g, ''));
  if (!parts) return null;
  const unit = { '': 1, k: 1_000, m: 1_000_000 }[(parts[2] ?? '').toLowerCase()] ?? 1;
  const size = Number(parts[1]) * unit;
  return Number.isSafeInteger(size) && size >= 1 ? size : null;
}

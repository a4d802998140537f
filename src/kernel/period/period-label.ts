import type { Period } from './fiscal-calendar.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For people: `'Nov 2026'`, `'Q4 2026'`, `'H2 2026'`, `'2026'`. */
export function periodLabel({ key, kind }: Pick<Period, 'key' | 'kind'>): string {
  const [year, part] = key.split('-');
  if (part === undefined) return key;
  return `${kind === 'month' ? monthNames[Number(part) - 1] : part} ${year}`;
}

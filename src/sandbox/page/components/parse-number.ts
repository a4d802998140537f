/** What people type for a number: `24,000.50`, `24 000`, `12 %`; undefined when it is empty or none. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s,%'\u00a0\u202f]/g, '');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

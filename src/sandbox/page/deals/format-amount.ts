/** A decimal string in a currency as people write it, without cents where there are none: `24,000 EUR`. */
export function formatAmount(amount: string | null, currency: string | null): string {
  if (amount === null || amount === '' || !Number.isFinite(Number(amount))) return '–';
  const cents = /\.0*[1-9]/.test(amount) ? 2 : 0;
  const digits = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: cents,
    maximumFractionDigits: cents,
  }).format(Number(amount));
  return currency ? `${digits} ${currency}` : digits;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-10-01" as "1 Oct 2026". */
export function showDay(isoDate: string): string {
  const [year, month = '', day] = isoDate.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** Whether one of the texts holds what was typed, upper and lower case alike; nothing typed fits everything. */
export function matchesSearch(search: string | undefined, texts: readonly string[]): boolean {
  const wanted = (search ?? '').trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

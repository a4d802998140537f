/** `'Ana'`, `'Ana and Ben'`, `'Ana, Ben and Cleo'`; beyond `most` the rest is counted: `'Ana, Ben and 7 more'`. */
export function joinWords(words: readonly string[], most = 6): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  const [last = '', ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** Letters and digits of a label in lower case, without accents: `Décision prise` is `decisionprise`. */
export function slug(label: string, separator = ''): string {
  return label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, separator)
    .replace(/^[._]+|[._]+$/g, '');
}

/** The wanted name, or the name with the first free number behind it; the answer is taken from then on. */
export function takeName(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** Ids as HubSpot has them, digits only: the files' own where every one is such a number, else numbered through. */
export function numberDeals(ids: readonly string[]): (id: string) => string {
  if (ids.every((id) => /^[1-9]\d{0,17}$/.test(id))) return (id) => id;
  const numbers = new Map(ids.map((id, index) => [id, String(FIRST_DEAL + index)]));
  return (id) => numbers.get(id) ?? id;
}

const FIRST_DEAL = 10_000_000_001;

interface Family {
  readonly canonical: string;
  /** Path prefixes that lead to the family; `{v}` stands for a version. */
  readonly prefixes: readonly string[];
  readonly versions: readonly string[];
}

const dated = ['2026-03', '2026-09'];

/** Longer prefixes come first where one begins with another. */
const families: readonly Family[] = [
  {
    canonical: '/deal-splits',
    prefixes: ['/deal-splits/{v}', '/crm/v3/objects/deals/splits'],
    versions: dated,
  },
  {
    canonical: '/crm/objects',
    prefixes: ['/crm/objects/{v}', '/crm/v3/objects', '/crm/v4/objects'],
    versions: dated,
  },
  {
    canonical: '/crm/associations',
    prefixes: ['/crm/associations/{v}', '/crm/v4/associations', '/crm/associations/v4'],
    versions: dated,
  },
  { canonical: '/crm/owners', prefixes: ['/crm/owners/{v}', '/crm/v3/owners'], versions: dated },
  { canonical: '/crm/pipelines', prefixes: ['/crm/pipelines/{v}', '/crm/v3/pipelines'], versions: dated },
  { canonical: '/crm/properties', prefixes: ['/crm/properties/{v}', '/crm/v3/properties'], versions: dated },
  { canonical: '/account-info', prefixes: ['/account-info/{v}', '/account-info/v3'], versions: dated },
  { canonical: '/settings/currencies', prefixes: ['/settings/currencies/{v}'], versions: dated },
  { canonical: '/settings/teams', prefixes: ['/settings/teams/{v}'], versions: ['2026-09-beta'] },
  {
    canonical: '/settings/users',
    prefixes: ['/settings/users/{v}', '/settings/v3/users'],
    versions: ['2026-03', '2026-09-beta'],
  },
  { canonical: '/appinstalls', prefixes: ['/appinstalls/{v}'], versions: dated },
  {
    canonical: '/oauth/token',
    prefixes: ['/oauth/{v}/token', '/oauth/v1/token', '/oauth/v3/token'],
    versions: dated,
  },
];

const spellings = families.flatMap(({ canonical, prefixes, versions }) =>
  prefixes
    .flatMap((prefix) => (prefix.includes('{v}') ? versions.map((v) => prefix.replace('{v}', v)) : [prefix]))
    .map((prefix) => ({ prefix, canonical })),
);

/**
 * The path that routes are written for: dated and legacy spellings of one thing become the same, without a version.
 * Null when no family of the API begins so.
 */
export function canonicalPath(path: string): string | null {
  const spelling = spellings.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  return spelling ? spelling.canonical + path.slice(spelling.prefix.length) : null;
}

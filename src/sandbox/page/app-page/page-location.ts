import type { PageLocation } from '../card/worker-protocol.ts';

/** The app's pages stand below this address of the sandbox; `/` is the home page among them. */
const HOME = '/home';

/** Who looks is the sandbox's own parameter: the app's pages do not see it. */
const VIEWER = 'as';

/** Where the app's pages are when the browser is at `path`. */
export function pageLocation(path: string, query: URLSearchParams): PageLocation {
  const below = path.startsWith(`${HOME}/`) ? path.slice(HOME.length) : '/';
  return { path: below, params: Object.fromEntries([...query].filter(([name]) => name !== VIEWER)) };
}

/**
 * The sandbox's address of one of the app's pages. As with HubSpot, `:name` in the path is filled in from `params`, and
 * what is left of them stands in the query.
 */
export function addressOfPage(target: {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>> | undefined;
}): { path: string; query: Record<string, string> } {
  const left = new Map(Object.entries(target.params ?? {}));
  const path = target.to.replace(/:(\w+)/g, (token, name: string) => {
    const value = left.get(name);
    if (value === undefined) return token;
    left.delete(name);
    return encodeURIComponent(value);
  });
  return { path: path === '/' ? HOME : `${HOME}${path}`, query: Object.fromEntries(left) };
}

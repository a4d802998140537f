import { useSyncExternalStore } from 'react';
import type { RecordKey, RecordKind } from '../portal-types.ts';

const listeners = new Set<() => void>();

/** Where the browser is; components that read it render again when `go` or the back button moves it. */
export function useAddress(): { path: string; query: URLSearchParams } {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const url = new URL(href, location.origin);
  return { path: url.pathname, query: url.searchParams };
}

/** Moves without loading the page again. A parameter set to '' is dropped; the others stay, `as` above all. */
export function go(path: string, parameters: Record<string, string> = {}, how: 'push' | 'replace' = 'push') {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', addressOf(path, parameters));
  for (const listener of listeners) listener();
}

/** The address that `go` would move to, for links that open in a new tab. */
export function addressOf(path: string, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** `/deals/123` and `/contacts/123`; null anywhere else. */
export function recordOfPath(path: string): RecordKey | null {
  const [, kind, id] = /^\/(deals|contacts)\/(\d+)$/.exec(path) ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as RecordKind, id };
}

/** `/settings`, and `/home` with all below it; null anywhere else. */
export const appPageOfPath = (path: string): 'settings' | 'pages' | null =>
  path === '/settings' ? 'settings' : /^\/home(\/|$)/.test(path) ? 'pages' : null;

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

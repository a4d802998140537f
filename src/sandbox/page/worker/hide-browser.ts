/** What HubSpot's worker keeps from cards (beside what no worker has): a card that uses one must fail here as it does there. */
const HIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'importScripts',
  'indexedDB',
  'caches',
  'navigator',
  'location',
] as const;

/** Takes the browser's own doors away, and hands back the one that loads the card's bundle. */
export function hideBrowser(): (url: string) => void {
  const load = globalThis.importScripts.bind(globalThis);
  for (const name of HIDDEN)
    Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
  return load;
}

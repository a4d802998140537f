import { retain } from '@remote-ui/rpc';
import { useSyncExternalStore } from 'react';
import type { CardServices, PageLocation } from '../card/worker-protocol.ts';
import type { PropertyValues } from '../portal-types.ts';

interface HookOptions {
  readonly propertiesToFormat?: string[] | 'all';
}

/** What the SDK's hooks call. Reading other records is not part of the sandbox: the card hears so, and it is written down. */
export function buildWorkerApi(
  api: { readonly context: unknown; readonly actions: unknown },
  services: CardServices,
) {
  const pageLocation = openPageLocation(services);
  const unimplemented = (name: string) => () => {
    services.reportUnimplemented(name);
    return Promise.resolve({ json: () => Promise.resolve({ error: `The sandbox does not have ${name}.` }) });
  };
  return {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation: () => useSyncExternalStore(pageLocation.subscribe, pageLocation.read),
    fetchCrmProperties: async (
      names: string[],
      onUpdate: (properties: PropertyValues) => void,
      options: HookOptions = {},
    ) => {
      const read = () => services.readProperties(names, options.propertiesToFormat ?? []);
      const data = await read();
      const stop = await services.watchProperties(names, () => void read().then(onUpdate));
      retain(stop);
      return { json: () => Promise.resolve({ data, cleanup: () => void stop() }) };
    },
    fetchAssociations: unimplemented('fetchAssociations'),
    fetchCrmSearch: unimplemented('fetchCrmSearch'),
    formatCrmProperties: unimplemented('formatCrmProperties'),
    fetchHubSpotApi: unimplemented('fetchHubSpotApi'),
  };
}

/** The page's location as the worker last heard of it, in a form that a hook can follow. */
function openPageLocation(services: CardServices) {
  let location: PageLocation = { path: '/', params: {} };
  const listeners = new Set<() => void>();
  services.watchPageLocation((moved) => {
    location = moved;
    for (const listener of listeners) listener();
  });
  return {
    read: () => location,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

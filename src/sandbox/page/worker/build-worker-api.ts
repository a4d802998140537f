import { retain } from '@remote-ui/rpc';
import type { CardServices } from '../card/worker-protocol.ts';
import type { PropertyValues } from '../portal-types.ts';

interface HookOptions {
  readonly propertiesToFormat?: string[] | 'all';
}

/** What the SDK's hooks call. Reading other records is not part of the sandbox: the card hears so, and it is written down. */
export function buildWorkerApi(
  api: { readonly context: unknown; readonly actions: unknown },
  services: CardServices,
) {
  const unimplemented = (name: string) => () => {
    services.reportUnimplemented(name);
    return Promise.resolve({ json: () => Promise.resolve({ error: `The sandbox does not have ${name}.` }) });
  };
  return {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation: () => ({ path: '/', params: {} }),
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

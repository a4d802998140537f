import { createRemoteRoot } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain, type MessageEndpoint } from '@remote-ui/rpc';
import * as React from 'react';
import type { CardContext, CardWorker } from '../card/worker-protocol.ts';
import { buildActions, type CardActions } from './build-actions.ts';
import { buildWorkerApi } from './build-worker-api.ts';
import { CrashBoundary } from './crash-boundary.ts';
import { fetchThroughPage } from './fetch-through-page.ts';
import { hideBrowser } from './hide-browser.ts';

interface ExtensionApi {
  readonly context: CardContext;
  readonly actions: CardActions;
  readonly runServerlessFunction: () => Promise<never>;
}

type Extension = (api: ExtensionApi) => React.ReactNode;

/**
 * Where a card lives: this worker offers the globals that HubSpot's SDK expects, then runs the bundle as it is.
 * The flag has to stand before the bundle runs, or the SDK falls back to its test doubles.
 */
const worker: CardWorker = {
  async start(channel, bundleUrl, context, services) {
    retain(channel);
    retain(services);
    let extension: Extension | undefined;
    const actions = buildActions(services);
    const noServerless = () => {
      services.reportUnimplemented('serverless functions');
      return Promise.reject(new Error('A marketplace app has no serverless functions.'));
    };
    const api: ExtensionApi = { context, actions, runServerlessFunction: noServerless };
    const load = hideBrowser();
    Object.assign(globalThis, {
      __HUBSPOT_EXTENSION_WORKER__: true,
      React,
      RemoteUI,
      logger: console,
      serverless: noServerless,
      hsFetch: fetchThroughPage(services),
      hsWorkerAPI: buildWorkerApi(api, services),
      extend_V2: (given: Extension) => {
        extension = given;
      },
    });
    load(bundleUrl);
    if (!extension) throw new Error('The bundle never called hubspot.extend().');
    const root = createRemoteRoot(channel);
    const card = extension(api);
    RemoteUI.createRoot(root).render(
      React.createElement(CrashBoundary, { onCrash: services.reportCrash, children: card }),
    );
    await root.mount();
  },
};

createEndpoint(globalThis as unknown as MessageEndpoint).expose({ ...worker });

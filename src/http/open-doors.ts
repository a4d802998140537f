import type { RequestListener } from 'node:http';
import { openServer } from './open-server.ts';

export interface Doors {
  readonly host: string;
  /** What HubSpot and people reach; null where this process does not serve them. */
  readonly service: { readonly listener: RequestListener; readonly port: number } | null;
  /** What only whoever runs the service reaches; null where it is not watched. */
  readonly watch: { readonly listener: RequestListener; readonly port: number } | null;
}

/** The ports of a process. */
export function openDoors({ host, service, watch }: Doors) {
  const serving = service && openServer(service.listener, { port: service.port, host });
  const watched = watch && openServer(watch.listener, { port: watch.port, host });
  return {
    async open(): Promise<void> {
      await watched?.open();
      await serving?.open();
    },
    /** Takes no further requests while `finish` runs; whoever watches can follow it until it is done. */
    async closeDuring(finish: () => Promise<void>): Promise<void> {
      await Promise.all([serving?.close(), finish()]);
      await watched?.close();
    },
  };
}

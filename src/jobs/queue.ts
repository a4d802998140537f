import { PgBoss, fromPglite } from 'pg-boss';
import type { Logger } from 'pino';
import type { OpenDatabase } from '../store/index.ts';
import { catalogue, type JobHandlers, type JobName, type JobPayload } from './catalogue.ts';

/** What the rest of the house knows of the queue. */
export interface Queue {
  /** Asks for work on a portal; asking again while one request waits changes nothing. */
  send<Name extends JobName>(name: Name, payload: JobPayload<Name>): Promise<void>;
  start(handlers: JobHandlers): Promise<void>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

const POLL_SECONDS = 0.5;
const EVERY_HOUR = '7 * * * *';

/** A queue in the same database as the tables; on the embedded engine it shares the one connection. */
export function createQueue(database: OpenDatabase, log: Logger): Queue {
  const { engine } = database;
  const boss =
    engine.kind === 'pglite'
      ? new PgBoss({ db: fromPglite(engine.runner as Parameters<typeof fromPglite>[0]), backend: 'pglite' })
      : new PgBoss({ connectionString: engine.url, max: 4 });
  boss.on('error', (error) => {
    log.error({ err: error }, 'queue');
  });

  const listen = async <Name extends JobName>(name: Name, handle: JobHandlers[Name]): Promise<void> => {
    // Stately: one waiting and one running job a portal, so a burst of events is one pass, and none is missed.
    await boss.createQueue(name, { policy: 'stately', retryLimit: 5, retryDelay: 2, retryBackoff: true });
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, async ([job]) => {
      const payload = catalogue[name].parse(job?.data) as JobPayload<Name>;
      await (handle as (payload: JobPayload<Name>) => Promise<void>)(payload);
    });
  };

  return {
    async send(name, payload) {
      const singletonKey = 'portalId' in payload ? `portal-${String(payload.portalId)}` : 'all';
      await boss.send(name, payload, { singletonKey });
    },
    async start(handlers) {
      await boss.start();
      await listen('pull-portal', handlers['pull-portal']);
      await listen('work-portal', handlers['work-portal']);
      await listen('review-portals', handlers['review-portals']);
      await boss.schedule('review-portals', EVERY_HOUR, {});
    },
    async stop() {
      await boss.stop({ graceful: true });
    },
  };
}

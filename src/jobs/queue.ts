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
/** Portals that one process works on side by side, so that a large one does not hold up the others. */
const PORTALS_AT_ONCE = 4;

/** A process that was killed says nothing any more: its jobs start again when their heartbeat is this old. */
const HEARTBEAT_SECONDS = 30;
const LOOK_FOR_DEAD_SECONDS = 10;

const queueOptions = {
  // Stately: one waiting and one running job a portal, so a burst of events is one pass, and none is missed.
  policy: 'stately',
  // For about a day: HubSpot may be down for hours, and a first pull that is given up leaves a portal without numbers.
  retryLimit: 100,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  // The first pull of a large portal takes hours; the heartbeat tells whether it still runs.
  expireInSeconds: 24 * 3_600,
  deleteAfterSeconds: 24 * 3_600,
} as const;

/** A queue in the same database as the tables; on the embedded engine it shares the one connection. */
export function createQueue(database: OpenDatabase, log: Logger): Queue {
  const { engine } = database;
  const connection =
    engine.kind === 'pglite'
      ? ({
          db: fromPglite(engine.runner as Parameters<typeof fromPglite>[0]),
          backend: 'pglite',
        } as const)
      : { connectionString: engine.url, max: 4 };
  const boss = new PgBoss({
    ...connection,
    superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
  });
  boss.on('error', (error) => {
    log.error({ err: error }, 'queue');
  });

  const listen = async <Name extends JobName>(name: Name, handle: JobHandlers[Name]): Promise<void> => {
    await boss.createQueue(name, queueOptions);
    const pace = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: PORTALS_AT_ONCE };
    await boss.work(name, pace, async ([job]) => {
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
      await listen('review-portal', handlers['review-portal']);
      await boss.schedule('review-portals', EVERY_HOUR, {});
    },
    async stop() {
      await boss.stop({ graceful: true });
    },
  };
}

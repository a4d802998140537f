import { PgBoss, fromPglite } from 'pg-boss';
import type { Logger } from 'pino';
import type { OpenDatabase } from '../store/index.ts';
import { catalogue, type JobHandlers, type JobName, type JobPayload } from './catalogue.ts';

/** What the rest of the house knows of the queue. */
export interface Queue {
  /** Asks for work on a portal, not before an instant; asking again while one request waits changes nothing. */
  send<Name extends JobName>(name: Name, payload: JobPayload<Name>, notBefore?: Date): Promise<void>;
  /** Makes sending possible, without working. Both `start` and `send` do it by themselves. */
  open(): Promise<void>;
  /** The same for several at once, in one statement. */
  sendAll<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void>;
  start(handlers: JobHandlers): Promise<void>;
  /** What waits and what runs, in all processes together; not older than a few seconds. Fails when the store does not answer. */
  measure(): Promise<readonly QueueDepth[]>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

export interface QueueDepth {
  readonly name: JobName;
  readonly waiting: number;
  readonly running: number;
}

/** A job that is over, as an operator sees it. */
export interface WorkedJob {
  readonly name: JobName;
  readonly outcome: 'done' | 'failed';
  readonly ms: number;
}

const names = Object.keys(catalogue) as JobName[];

const POLL_SECONDS = 0.5;
const EVERY_MINUTE = '* * * * *';
const EVERY_HOUR = '7 * * * *';
const EVERY_NIGHT = '37 2 * * *';
/** Portals that one process works on side by side, so that a large one does not hold up the others. */
const PORTALS_AT_ONCE = 4;

/** A process that was killed says nothing any more: its jobs start again when their heartbeat is this old. */
const HEARTBEAT_SECONDS = 30;
const LOOK_FOR_DEAD_SECONDS = 10;
/** How long a stop waits for running jobs. One that takes longer is begun again by another process, or after the next start. */
const STOP_MS = 25_000;

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
export function createQueue(
  database: Pick<OpenDatabase, 'engine'>,
  log: Logger,
  tell: (job: WorkedJob) => void = () => {},
): Queue {
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

  let opened: Promise<void> | null = null;
  const open = (): Promise<void> => {
    opened ??= (async () => {
      await boss.start();
      for (const name of names) await boss.createQueue(name, queueOptions);
    })();
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };

  const listen = async <Name extends JobName>(name: Name, handle: JobHandlers[Name]): Promise<void> => {
    const pace = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: PORTALS_AT_ONCE };
    await boss.work(name, pace, async ([job]) => {
      const begun = performance.now();
      const payload = catalogue[name].parse(job?.data) as JobPayload<Name>;
      const end = (outcome: WorkedJob['outcome']) => {
        const ms = Math.round(performance.now() - begun);
        tell({ name, outcome, ms });
        const line: object = { job: name, ...payload, outcome, ms };
        log.info(line, 'job');
      };
      try {
        await (handle as (payload: JobPayload<Name>) => Promise<void>)(payload);
        end('done');
      } catch (error) {
        end('failed');
        const line: object = { err: error, job: name, ...payload };
        log.warn(line, 'a job failed and is tried again');
        throw error;
      }
    });
  };

  return {
    open,
    async send(name, payload, notBefore) {
      await open();
      await boss.send(name, payload, {
        singletonKey: singletonKeyOf(payload),
        ...(notBefore && { startAfter: notBefore }),
      });
    },
    async sendAll(name, payloads) {
      await open();
      await boss.insert(
        name,
        payloads.map((data) => ({ data, singletonKey: singletonKeyOf(data) })),
      );
    },
    async start(handlers) {
      await open();
      for (const name of names) await listen(name, handlers[name]);
      await boss.schedule('sweep-portals', EVERY_MINUTE, {});
      await boss.schedule('review-portals', EVERY_HOUR, {});
      await boss.schedule('tend-pulses', EVERY_HOUR, {});
      await boss.schedule('forget-old', EVERY_NIGHT, {});
    },
    async measure() {
      const queues = await boss.getQueues(names);
      return names.map((name) => {
        const queue = queues.find((each) => each.name === name);
        return { name, waiting: queue?.queuedCount ?? 0, running: queue?.activeCount ?? 0 };
      });
    },
    async stop() {
      if (opened) await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

/** One waiting job a portal. */
function singletonKeyOf(payload: object): string {
  return 'portalId' in payload ? `portal-${String(payload.portalId)}` : 'all';
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is read from store and queue when somebody asks for the metrics; counts over all portals. */
export interface Standing {
  readonly outboxWaiting: number;
  readonly outboxParked: number;
  readonly changesWaiting: number;
  /** Age in seconds of the change that has waited longest; 0 when none waits. */
  readonly oldestChangeSeconds: number;
  readonly portals: Readonly<Record<'ready' | 'reading' | 'disconnected', number>>;
  readonly jobs: readonly { readonly name: string; readonly waiting: number; readonly running: number }[];
  readonly connections: { readonly open: number; readonly idle: number; readonly awaited: number };
}

/**
 * The service's own figures, for Prometheus. No label names a portal, a person or a record: their number has no bound, and
 * whoever reads metrics need not know them. docs/operations.md lists every metric.
 */
export interface Metrics {
  readonly countRequest: (request: {
    readonly method: string;
    /** The route's pattern, never the address as it was asked. */
    readonly route: string;
    readonly status: number;
    readonly ms: number;
  }) => void;
  readonly countCall: (call: {
    readonly family: string;
    /** Null where no answer came. */
    readonly status: number | null;
    readonly ms: number;
    /** The limit that a 429 names. */
    readonly policy: string | null;
  }) => void;
  readonly countWait: (bucket: string, waitMs: number) => void;
  readonly countJob: (job: {
    readonly name: string;
    readonly outcome: 'done' | 'failed';
    readonly ms: number;
  }) => void;
  readonly countEvents: (events: Readonly<Record<string, number>>) => void;
  readonly countTurnedAway: (turnedAway: { readonly whose: string }) => void;
  /** Everything as Prometheus reads it; where store or queue do not answer their gauges are left out. */
  readonly print: (readStanding: () => Promise<Standing>) => Promise<string>;
  readonly contentType: string;
}

const answerSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const callSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const waitSeconds = [0.001, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60];
const jobSeconds = [0.05, 0.25, 1, 5, 15, 60, 300, 1_800, 7_200];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: readonly number[],
  ) => new Histogram({ name, help, labelNames, buckets: [...buckets], registers });
  const count = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });

  const requests = seconds(
    'sideline_http_request_seconds',
    'Requests answered, by route.',
    ['method', 'route', 'status'],
    answerSeconds,
  );
  const turnedAway = count(
    'sideline_http_turned_away_total',
    'Requests refused because a user, a portal or an address asked too often.',
    ['whose'],
  );
  const calls = seconds(
    'sideline_hubspot_call_seconds',
    'Single exchanges with HubSpot, by family; status none means that no answer came.',
    ['family', 'status'],
    callSeconds,
  );
  const limited = count('sideline_hubspot_429_total', 'Calls that HubSpot refused for its limits.', [
    'policy',
  ]);
  const refreshes = count('sideline_token_refreshes_total', 'Access tokens renewed, by outcome.', [
    'outcome',
  ]);
  const waits = seconds(
    'sideline_pacer_wait_seconds',
    'How long calls waited for their turn under the limits of HubSpot.',
    ['bucket'],
    waitSeconds,
  );
  const jobs = seconds('sideline_job_seconds', 'Jobs worked off.', ['job', 'outcome'], jobSeconds);
  const events = count('sideline_events_total', 'Webhook events, by what became of them.', ['outcome']);
  const showStanding = standingGauges(registry);

  return {
    contentType: registry.contentType,
    countRequest: ({ method, route, status, ms }) => {
      requests.observe({ method: boundedMethod(method), route, status }, ms / 1_000);
    },
    countCall: ({ family, status, ms, policy }) => {
      calls.observe({ family, status: status ?? 'none' }, ms / 1_000);
      if (status === 429) limited.inc({ policy: policy ?? 'unnamed' });
      if (family === 'token refresh') refreshes.inc({ outcome: outcomeOf(status) });
    },
    countWait: (bucket, waitMs) => {
      waits.observe({ bucket }, waitMs / 1_000);
    },
    countJob: ({ name, outcome, ms }) => {
      jobs.observe({ job: name, outcome }, ms / 1_000);
    },
    countEvents: (counted) => {
      for (const [outcome, number] of Object.entries(counted)) events.inc({ outcome }, number);
    },
    countTurnedAway: ({ whose }) => {
      turnedAway.inc({ whose });
    },
    async print(readStanding) {
      try {
        showStanding(await readStanding());
      } catch {
        showStanding(null);
      }
      return registry.metrics();
    },
  };
}

/** Gauges of what waits; without a standing all but the first are empty, so that an alert sees a gap and not a zero. */
function standingGauges(registry: Registry): (standing: Standing | null) => void {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const up = gauge('sideline_store_up', 'Whether store and queue answered this question.');
  const outbox = gauge('sideline_outbox_records', 'Records to write to HubSpot.', ['state']);
  const changes = gauge('sideline_changed_records', 'Records that HubSpot says have changed, not read yet.');
  const oldest = gauge('sideline_changed_record_age_seconds', 'How long the oldest of them has waited.');
  const portals = gauge('sideline_portals', 'Portals, by state.', ['state']);
  const queued = gauge('sideline_queue_jobs', 'Jobs in the queue.', ['job', 'state']);
  const connections = gauge('sideline_store_connections', 'Connections of this process to the store.', [
    'state',
  ]);
  const all = [outbox, changes, oldest, portals, queued, connections];
  return (standing) => {
    up.set(standing === null ? 0 : 1);
    for (const each of all) each.reset();
    if (standing === null) {
      for (const each of [changes, oldest]) each.remove();
      return;
    }
    outbox.set({ state: 'waiting' }, standing.outboxWaiting);
    outbox.set({ state: 'parked' }, standing.outboxParked);
    changes.set(standing.changesWaiting);
    oldest.set(standing.oldestChangeSeconds);
    for (const [state, number] of Object.entries(standing.portals)) portals.set({ state }, number);
    for (const { name, waiting, running } of standing.jobs) {
      queued.set({ job: name, state: 'waiting' }, waiting);
      queued.set({ job: name, state: 'running' }, running);
    }
    for (const [state, number] of Object.entries(standing.connections)) connections.set({ state }, number);
  };
}

const knownMethods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];
const boundedMethod = (method: string): string => (knownMethods.includes(method) ? method : 'other');

function outcomeOf(status: number | null): 'renewed' | 'refused' | 'failed' {
  if (status !== null && status >= 200 && status < 300) return 'renewed';
  return status !== null && status >= 400 && status < 500 && status !== 429 ? 'refused' : 'failed';
}

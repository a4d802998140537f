import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { LocalDate } from '../kernel/period.ts';
import { readSize } from './read-size.ts';

/** How the sandbox process was started. */
export interface SandboxConfig {
  readonly dataDirectory: string;
  readonly port: number;
  /** Where Sideline itself listens: webhooks, the OAuth callback and cards' requests go there. */
  readonly appOrigin: string;
  readonly seedFile: string | null;
  /** The user's own files instead of the invented company; null without a deals file. */
  readonly files: SandboxFiles | null;
  /** The business day on which a new portal begins; null for the real one. */
  readonly today: LocalDate | null;
  /** How many deals the invented company has; null for as many as it is told with. */
  readonly size: number | null;
  /** How long each answer of the API takes, in milliseconds. */
  readonly latencyMs: number;
  /** Begin again: forget the portal that the directory holds. */
  readonly fresh: boolean;
}

/** Paths of CSV files as docs/csv.md describes them, and the zone in which their times are meant. */
export interface SandboxFiles {
  readonly deals: string;
  readonly stages: string | null;
  readonly quotas: string | null;
  readonly people: string | null;
  readonly timeZone: string;
}

const path = z.string().min(1).nullable().default(null);

const mostDeals = 5_000_000;

const options = z.strictObject({
  data: z.string({ error: 'is missing' }).min(1),
  port: z.coerce.number().int().min(0).max(65_535).default(7400),
  'app-origin': z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin),
  'seed-file': path,
  deals: path,
  stages: path,
  quotas: path,
  people: path,
  'time-zone': z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'is no time zone')
    .default('UTC'),
  today: z.iso.date().nullable().default(null),
  size: z
    .string()
    .transform(readSize)
    .refine(
      (size) => size !== null && size <= mostDeals,
      'is no number of deals, such as 5k or 100k, up to 5m',
    )
    .nullable()
    .default(null),
  latency: z.coerce.number().min(0).max(60_000).default(0),
  fresh: z.boolean().default(false),
});

/** Reads the command line; throws one error that names every fault. */
export function readSandboxConfig(commandLine: readonly string[]): SandboxConfig {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      'app-origin': { type: 'string' },
      'seed-file': { type: 'string' },
      deals: { type: 'string' },
      stages: { type: 'string' },
      quotas: { type: 'string' },
      people: { type: 'string' },
      'time-zone': { type: 'string' },
      today: { type: 'string' },
      size: { type: 'string' },
      latency: { type: 'string' },
      fresh: { type: 'boolean' },
    },
  });
  const parsed = options.safeParse(values);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    throw new Error(`The sandbox cannot start.\n${faults.join('\n')}`);
  }
  const { data, port, today, size, latency, fresh, deals, stages, quotas, people } = parsed.data;
  const alone = (['stages', 'quotas', 'people'] as const).find((name) => parsed.data[name] !== null);
  if (deals === null && alone !== undefined)
    throw new Error(`--${alone} goes with --deals, which is missing.`);
  if (deals !== null && size !== null)
    throw new Error('--size goes with the invented company, not with --deals.');
  const timeZone = parsed.data['time-zone'];
  return {
    dataDirectory: data,
    port,
    appOrigin: parsed.data['app-origin'],
    seedFile: parsed.data['seed-file'],
    files: deals === null ? null : { deals, stages, quotas, people, timeZone },
    today,
    size,
    latencyMs: latency,
    fresh,
  };
}

import { parseArgs } from 'node:util';
import * as z from 'zod';

/** How the sandbox process was started. */
export interface SandboxConfig {
  readonly dataDirectory: string;
  readonly port: number;
  /** Where Sideline itself listens: webhooks, the OAuth callback and cards' requests go there. */
  readonly appOrigin: string;
  readonly seedFile: string | null;
  /** The business day on which a new portal begins; null for the real one. */
  readonly today: Date | null;
  /** Begin again: forget the portal that the directory holds. */
  readonly fresh: boolean;
}

const options = z.strictObject({
  data: z.string({ error: 'is missing' }).min(1),
  port: z.coerce.number().int().min(0).max(65_535).default(7400),
  'app-origin': z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin),
  'seed-file': z.string().min(1).nullable().default(null),
  today: z.iso
    .date()
    // Late enough to be that day in every zone of a business: 09:00 UTC is 01:00 in Los Angeles and 20:00 in Sydney.
    .transform((day) => new Date(`${day}T09:00:00Z`))
    .nullable()
    .default(null),
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
      today: { type: 'string' },
      fresh: { type: 'boolean' },
    },
  });
  const parsed = options.safeParse(values);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    throw new Error(`The sandbox cannot start.\n${faults.join('\n')}`);
  }
  const { data, port, today, fresh, 'app-origin': appOrigin, 'seed-file': seedFile } = parsed.data;
  return { dataDirectory: data, port, appOrigin, seedFile, today, fresh };
}

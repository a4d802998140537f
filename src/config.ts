import * as z from 'zod';

/** What a live Sideline needs to know of its environment. */
export interface LiveConfig {
  readonly clientId: string;
  readonly clientSecrets: readonly string[];
  readonly appId: number;
  readonly publicUrl: string;
  /** Sealing keys, newest first; see `install/seal.ts`. */
  readonly keys: readonly SealingKey[];
  readonly databaseUrl: string;
  readonly port: number;
  /** Where health, readiness and metrics are served, for the operator's network only. */
  readonly metricsPort: number;
  readonly role: Role;
}

/** What a process does: answers HubSpot and people, works off jobs, or both. */
export type Role = 'web' | 'worker' | 'all';

export interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

export type Environment =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'live'; readonly config: LiveConfig }
  | { readonly kind: 'incomplete'; readonly faults: readonly string[] };

const sealingKeys = z.string().transform((text, context): SealingKey[] => {
  const keys: SealingKey[] = [];
  for (const part of text.split(',')) {
    const [id, encoded] = part.trim().split(':');
    const key = Buffer.from(encoded ?? '', 'base64');
    if (!id || key.length !== 32) {
      context.addIssue('must be a list of id:key, each key 32 bytes in base64, newest first');
      return z.NEVER;
    }
    keys.push({ id, key });
  }
  return keys;
});

const port = z.coerce.number().int().min(1).max(65_535);

const liveVariables = z.object({
  HUBSPOT_CLIENT_ID: z.string().min(1),
  HUBSPOT_CLIENT_SECRET: z
    .string()
    .min(1)
    // Two secrets, separated by a comma, are accepted while HubSpot rotates them.
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    // With an empty one anybody could sign.
    .refine((secrets) => secrets.every((secret) => secret !== ''), 'must not hold an empty secret'),
  HUBSPOT_APP_ID: z.coerce.number().int().positive(),
  SIDELINE_PUBLIC_URL: z.url({ protocol: /^https$/ }).transform((text) => text.replace(/\/$/, '')),
  SIDELINE_KEYS: sealingKeys,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PORT: port.default(7300),
  SIDELINE_METRICS_PORT: port.default(9464),
  SIDELINE_ROLE: z.enum(['web', 'worker', 'all']).default('all'),
});

/** Every variable that a live Sideline reads. */
export const variableNames: readonly string[] = Object.keys(liveVariables.shape);

const credentialNames = [
  'HUBSPOT_CLIENT_ID',
  'HUBSPOT_CLIENT_SECRET',
  'HUBSPOT_APP_ID',
  'SIDELINE_PUBLIC_URL',
  'SIDELINE_KEYS',
  'DATABASE_URL',
] as const;

/**
 * Reads the environment once. No credential at all means the sandbox; some but not all is a fault, never the sandbox,
 * so that a typo cannot make a live installation serve invented numbers. All faults are reported together.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const missing = credentialNames.filter((name) => !variables[name]);
  if (missing.length === credentialNames.length) return { kind: 'sandbox' };
  if (missing.length > 0) {
    return { kind: 'incomplete', faults: missing.map((name) => `${name} is missing`) };
  }
  const parsed = liveVariables.safeParse(variables);
  if (!parsed.success) {
    return {
      kind: 'incomplete',
      faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  return {
    kind: 'live',
    config: {
      clientId: parsed.data.HUBSPOT_CLIENT_ID,
      clientSecrets: parsed.data.HUBSPOT_CLIENT_SECRET,
      appId: parsed.data.HUBSPOT_APP_ID,
      publicUrl: parsed.data.SIDELINE_PUBLIC_URL,
      keys: parsed.data.SIDELINE_KEYS,
      databaseUrl: parsed.data.DATABASE_URL,
      port: parsed.data.PORT,
      metricsPort: parsed.data.SIDELINE_METRICS_PORT,
      role: parsed.data.SIDELINE_ROLE,
    },
  };
}

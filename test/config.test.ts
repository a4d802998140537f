import { randomBytes } from 'node:crypto';
import { readEnvironment } from '../src/config.ts';

const complete = {
  HUBSPOT_CLIENT_ID: 'client',
  HUBSPOT_CLIENT_SECRET: 'secret',
  HUBSPOT_APP_ID: '77',
  SIDELINE_PUBLIC_URL: 'https://sideline.example/',
  SIDELINE_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  DATABASE_URL: 'postgresql://127.0.0.1/sideline',
};

test('no credential at all means the sandbox', () => {
  expect(readEnvironment({ PATH: '/bin' })).toEqual({ kind: 'sandbox' });
});

test('all credentials mean a live portal', () => {
  const environment = readEnvironment(complete);
  expect(environment).toMatchObject({
    kind: 'live',
    config: {
      clientId: 'client',
      clientSecrets: ['secret'],
      appId: 77,
      publicUrl: 'https://sideline.example',
    },
  });
});

test('a process does everything unless it is told its role', () => {
  expect(readEnvironment(complete)).toMatchObject({ config: { role: 'all', port: 7300, metricsPort: 9464 } });
  const worker = { ...complete, SIDELINE_ROLE: 'worker', SIDELINE_METRICS_PORT: '9000' };
  expect(readEnvironment(worker)).toMatchObject({ config: { role: 'worker', metricsPort: 9000 } });
  expect(readEnvironment({ ...complete, SIDELINE_ROLE: 'boss' })).toMatchObject({
    kind: 'incomplete',
    faults: [expect.stringContaining('SIDELINE_ROLE')],
  });
});

test.each(Object.keys(complete))('without %s the start is refused, naming it', (name) => {
  const environment = readEnvironment({ ...complete, [name]: undefined });
  expect(environment).toEqual({ kind: 'incomplete', faults: [`${name} is missing`] });
});

test('a second client secret may be empty as little as the first', () => {
  const both = { ...complete, HUBSPOT_CLIENT_SECRET: 'new, old' };
  expect(readEnvironment(both)).toMatchObject({ config: { clientSecrets: ['new', 'old'] } });
  expect(readEnvironment({ ...complete, HUBSPOT_CLIENT_SECRET: 'secret,' })).toEqual({
    kind: 'incomplete',
    faults: ['HUBSPOT_CLIENT_SECRET: must not hold an empty secret'],
  });
});

test('all faults are reported together', () => {
  const environment = readEnvironment({
    ...complete,
    SIDELINE_PUBLIC_URL: 'http://x',
    SIDELINE_KEYS: 'short',
  });
  expect(environment.kind).toBe('incomplete');
  expect(environment).toHaveProperty('faults.length', 2);
});

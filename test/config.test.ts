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

test.each(Object.keys(complete))('without %s the start is refused, naming it', (name) => {
  const environment = readEnvironment({ ...complete, [name]: undefined });
  expect(environment).toEqual({ kind: 'incomplete', faults: [`${name} is missing`] });
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

import nock from 'nock';
import type { HubSpotFailure, PortalSession, TokenSource } from '../../src/hubspot/index.ts';
import { openHubSpot } from '../../src/hubspot/index.ts';
import type { Pacer, PortalPauses } from '../../src/hubspot/index.ts';
import type { Result } from '../../src/kernel/result.ts';

export const origin = 'https://api.hubapi.test';
export const clientSecret = 'client-secret-0f3a';
export const firstToken = 'access-token-first';
export const secondToken = 'access-token-second';

const unlimited: Pacer = { acquire: async () => {}, observe: () => {} };

/** A portal behind the real client: sleeps are recorded instead of slept, refreshing gives `secondToken`. */
export function openTestPortal({
  pacer = unlimited,
  pauses,
  tokens,
}: { pacer?: Pacer; pauses?: PortalPauses; tokens?: TokenSource } = {}) {
  const sleeps: number[] = [];
  const rejected: string[] = [];
  const hubSpot = openHubSpot({
    origin: `${origin}/`,
    clientId: 'client-id',
    clientSecret,
    pacer,
    ...(pauses && { pauses }),
    sleep: async (ms) => void sleeps.push(ms),
    random: () => 0.5,
  });
  const refreshing: TokenSource = {
    accessToken: async () => ({ ok: true, value: firstToken }),
    refresh: async (token) => {
      rejected.push(token);
      return { ok: true, value: secondToken };
    },
  };
  const session: PortalSession = hubSpot.forPortal(62515, tokens ?? refreshing);
  return { app: hubSpot.app, session, sleeps, rejected, http: nock(origin) };
}

/** The failure of a result that has to be one. */
export function failureOf(result: Result<unknown, HubSpotFailure>): HubSpotFailure {
  if (result.ok) throw new Error(`Expected a failure, got ${JSON.stringify(result.value)}`);
  return result.failure;
}

/** The value of a result that has to have one. */
export function valueOf<Value>(result: Result<Value, HubSpotFailure>): Value {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** For a test file that talks over the wire: nothing leaves the machine, and every expected request has to be made. */
export function watchWire(): void {
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => {
    const pending = nock.isDone() ? [] : nock.pendingMocks();
    nock.cleanAll();
    expect(pending).toEqual([]);
  });
  // Otherwise this file's interceptor would refuse the requests of the next file in the same process.
  afterAll(() => nock.restore());
}

import { err, ok } from '../../../src/kernel/result.ts';
import type { HubSpotFailure, HubSpotFailureCode } from '../../../src/hubspot/index.ts';
import { featureNames, featuresOf, openFeatures, readFeatures } from '../../../src/install/index.ts';
import { forPortal as installOf } from '../../../src/install/store.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { manifest } from '../../support/start-portal.ts';

const all = [...manifest.scopes.required, ...manifest.scopes.optional].map(({ name }) => name);
let store: OpenDatabase;
let now: Date;
let portal = { id: 0, scopes: all };
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00Z');
  portal = { id: portal.id + 1, scopes: all };
  await installOf(store.db, portal.id).connect(
    { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: all },
    { access: 'a', refresh: 'r', expiresAt: now },
    now,
  );
});

const deps = () => ({ db: store.db, manifest, realClock: { now: () => now } });
const open = () => openFeatures(deps(), portal);
const viewOf = async (feature: string) =>
  (await readFeatures(deps(), portal)).find((each) => each.feature === feature);
const failure = (code: HubSpotFailureCode): HubSpotFailure => ({
  code,
  status: 403,
  message: 'Deal splits need Sales Hub Enterprise.',
});

/** A call that answers in turn, and counts. */
function answering(...answers: (HubSpotFailureCode | 'fine')[]) {
  const calls: unknown[] = [];
  return {
    calls,
    call: async () => {
      calls.push(null);
      const answer = answers[calls.length - 1] ?? 'fine';
      return answer === 'fine' ? ok('read') : err(failure(answer));
    },
  };
}

test('the features are those of the manifest', async () => {
  const named = new Set(
    [...manifest.scopes.required, ...manifest.scopes.optional].map((each) => each.feature),
  );
  for (const name of Object.values(featureNames)) expect(named).toContain(name);
  const optional = new Set(manifest.scopes.optional.map((each) => each.feature));
  const views = await readFeatures(deps(), portal);
  expect(new Set(views.map((each) => each.feature))).toEqual(named);
  for (const { feature, state, maySwitch } of views) {
    expect({ feature, state, maySwitch }).toEqual({
      feature,
      state: feature === featureNames.tasks ? 'off' : 'on',
      maySwitch: optional.has(feature),
    });
  }
  expect(await viewOf(featureNames.writing)).toMatchObject({
    scopes: manifest.properties.neededScopes.toSorted(),
    reason: expect.stringContaining('Writes'),
  });
});

test.each(['forbidden', 'missing_scopes'] as const)(
  'a feature that HubSpot answers with %s is off and says so, until a day has passed',
  async (code) => {
    const { calls, call } = answering(code, 'fine');
    expect(await (await open()).attempt(featureNames.splits, call)).toEqual(ok(null));
    expect(await viewOf(featureNames.splits)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Deal splits need Sales Hub Enterprise.'),
    });
    // Nothing else is off, and it is not asked again by anybody.
    expect(await viewOf(featureNames.goals)).toMatchObject({ state: 'on' });
    expect(await (await open()).attempt(featureNames.splits, call)).toEqual(ok(null));
    expect(calls).toHaveLength(1);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect(await (await open()).attempt(featureNames.splits, call)).toEqual(ok('read'));
    expect(await viewOf(featureNames.splits)).toMatchObject({ state: 'on', message: 'Works.' });
  },
);

test('within one pass a refused feature is not asked twice', async () => {
  const { calls, call } = answering('forbidden', 'forbidden');
  const features = await open();
  await features.attempt(featureNames.people, call);
  await features.attempt(featureNames.people, call);
  expect(calls).toHaveLength(1);
  expect(features.stateOf(featureNames.people)).toBe('refused');
});

test('any other failure is one of the call, not of the feature', async () => {
  const { call } = answering('unavailable');
  expect(await (await open()).attempt(featureNames.goals, call)).toEqual(err(failure('unavailable')));
  expect(await viewOf(featureNames.goals)).toMatchObject({ state: 'on' });
});

test('what was not granted or is switched off is not called', async () => {
  const { calls, call } = answering();
  portal = { ...portal, scopes: ['oauth'] };
  expect(await (await open()).attempt(featureNames.goals, call)).toEqual(ok(null));
  portal = { ...portal, scopes: all };
  await featuresOf(store.db, portal.id).switch(featureNames.goals, false);
  expect(await (await open()).attempt(featureNames.goals, call)).toEqual(ok(null));
  expect(calls).toHaveLength(0);
  expect(await viewOf(featureNames.goals)).toMatchObject({ state: 'off' });
  await featuresOf(store.db, portal.id).switch(featureNames.goals, true);
  expect(await (await open()).attempt(featureNames.goals, call)).toEqual(ok('read'));
});

test('a refusal does not switch on what ops switched off, and ops switching on asks again', async () => {
  const stored = featuresOf(store.db, portal.id);
  await stored.switch(featureNames.splits, false);
  await (await open()).noteRefusal(featureNames.splits, failure('forbidden'));
  expect(await viewOf(featureNames.splits)).toMatchObject({ state: 'off' });
  await stored.switch(featureNames.splits, true);
  expect((await open()).isUsed(featureNames.splits)).toBe(true);
});

test('another grant, or connecting again, asks again at once', async () => {
  await (await open()).noteRefusal(featureNames.splits, failure('forbidden'));
  expect((await open()).isUsed(featureNames.splits)).toBe(false);
  portal = { ...portal, scopes: [...all, 'one.more'] };
  expect((await open()).isUsed(featureNames.splits)).toBe(true);
  portal = { ...portal, scopes: all };
  await featuresOf(store.db, portal.id).forgetRefusals();
  expect(await viewOf(featureNames.splits)).toMatchObject({ state: 'on' });
});

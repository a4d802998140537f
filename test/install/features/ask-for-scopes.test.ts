import { grantUrl, namedFeatures, optionalScopes } from '../../../src/install/features/ask-for-scopes.ts';
import { idOfFeature } from '../../../src/install/features/feature-names.ts';
import { featureNames, type FeatureView } from '../../../src/install/index.ts';
import { manifest } from '../../support/start-portal.ts';

const view = (feature: string, isOptIn: boolean, state: FeatureView['state']): FeatureView => ({
  id: idOfFeature(feature),
  feature,
  scopes: [],
  reason: '',
  state,
  message: '',
  maySwitch: true,
  isOptIn,
});
const taskScopes = ['crm.objects.contacts.write'];
/** The scopes that the page behind an address would ask for. */
const askedBy = (url: string) => {
  const query: Record<string, string | string[]> = {};
  for (const name of new URL(url).searchParams.keys()) query[name] = new URL(url).searchParams.getAll(name);
  return optionalScopes(manifest, namedFeatures(query));
};

test('an install asks for no permission of a feature that nobody switched on', () => {
  const asked = optionalScopes(manifest, []);
  expect(asked).toContain('crm.objects.goals.read');
  expect(asked.filter((scope) => taskScopes.includes(scope))).toEqual([]);
});

test.each([
  ['off', false],
  ['notGranted', true],
  ['on', true],
  ['refused', true],
] as const)('while the tasks are %s their permissions are asked for: %s', (state, isAsked) => {
  const url = grantUrl('https://a.example', [
    view(featureNames.goals, false, 'notGranted'),
    view(featureNames.tasks, true, state),
  ]);
  expect(askedBy(url)).toEqual(expect.arrayContaining(['crm.objects.goals.read']));
  expect(taskScopes.every((scope) => askedBy(url).includes(scope))).toBe(isAsked);
});

test.each([[{ feature: 'teleport' }], [{ feature: { a: 'b' } }], [{ feature: ['connect', 3] }], [{}]])(
  'an address with %j asks for nothing more',
  (query) => {
    expect(optionalScopes(manifest, namedFeatures(query))).toEqual(optionalScopes(manifest, []));
  },
);

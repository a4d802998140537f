import { watchedProperties } from '../../extensions/src/app/cards/quota-forecast/watched-properties.ts';
import { manifest } from '../manifest/our-manifest.ts';

const own = manifest.properties.definitions.map((definition) => definition.name);

it('the card follows every property that Sideline writes', () => {
  expect(watchedProperties.filter((name) => name.startsWith('sideline_'))).toEqual(own);
});

it('and otherwise only what the service hears of too', () => {
  const others = watchedProperties.filter((name) => !name.startsWith('sideline_'));
  const deals = manifest.webhooks.subscriptions.find(({ objectType }) => objectType === 'deal');
  expect(deals?.properties).toEqual(expect.arrayContaining(others));
});

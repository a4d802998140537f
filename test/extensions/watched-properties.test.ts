import { watchedProperties } from '../../extensions/src/app/cards/quota-forecast/watched-properties.ts';
import { manifest } from '../manifest/our-manifest.ts';

/** Those that ops switch on each are about coaching, and the card shows nothing of it. */
const own = manifest.properties.definitions
  .filter(({ written }) => written !== 'whenSwitchedOn')
  .map(({ name }) => name);

it('the card follows every property of its own that Sideline writes', () => {
  expect(watchedProperties.filter((name) => name.startsWith('sideline_'))).toEqual(own);
});

it('and otherwise only what the service hears of too', () => {
  const others = watchedProperties.filter((name) => !name.startsWith('sideline_'));
  const deals = manifest.webhooks.subscriptions.find(({ objectType }) => objectType === 'deal');
  expect(deals?.properties).toEqual(expect.arrayContaining(others));
});

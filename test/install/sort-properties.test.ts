import { sortProperties } from '../../src/install/index.ts';
import { manifest } from '../manifest/our-manifest.ts';

const sorted = (choices: { name: string; isOn: boolean }[]) => {
  const { wanted, unwanted, untouched } = sortProperties(manifest, choices);
  const names = (list: typeof wanted) => list.map(({ name }) => name);
  return { wanted: names(wanted), unwanted: names(unwanted), untouched: names(untouched) };
};
const day = 'sideline_last_coached_on';
const count = 'sideline_open_actions';

test('what nobody switched on is not ours in the portal, whatever its name', () => {
  expect(sorted([]).untouched).toEqual([day, count]);
  expect(sorted([]).wanted).toContain('sideline_quota');
  expect(sorted([]).wanted).not.toContain(day);
});

test('each is chosen alone; a choice about any other property changes nothing', () => {
  const choices = [
    { name: day, isOn: true },
    { name: count, isOn: false },
    { name: 'sideline_quota', isOn: false },
  ];
  expect(sorted(choices)).toMatchObject({ unwanted: [count], untouched: [] });
  expect(sorted(choices).wanted).toEqual(expect.arrayContaining([day, 'sideline_quota']));
});

import { readSeries } from '../../../../src/sandbox/page/components/chart-series.ts';

const axes = {
  x: { field: 'month', fieldType: 'category' },
  y: { field: 'won', fieldType: 'linear', label: 'EUR' },
} as const;

test('one series where nothing groups it', () => {
  const { categories, series } = readSeries({
    data: [
      { month: 'Oct', won: 42 },
      { month: 'Nov', won: '56' },
    ],
    axes,
  });
  expect(categories).toEqual(['Oct', 'Nov']);
  expect(series).toEqual([{ key: 'won', label: 'EUR', color: '#3b7dc4', values: [42, 56] }]);
});

test('a series a colour, absent where no row has the category, labelled and coloured as told', () => {
  const { categories, series } = readSeries({
    data: {
      data: [
        { month: '10', rep: 'ana', won: 42 },
        { month: '11', rep: 'ben', won: 31 },
        { month: '11', rep: 'ana', won: 'unknown' },
      ],
      options: { propertyLabels: { rep: { ana: 'Ana Ruiz' }, month: { 10: 'Oct', 11: 'Nov' } } },
    },
    axes: { ...axes, options: { groupFieldByColor: 'rep', colors: { ben: 'darkOrange' } } },
    options: { colorList: ['green', 'pink'] },
  });
  expect(categories).toEqual(['Oct', 'Nov']);
  expect(series).toEqual([
    { key: 'ana', label: 'Ana Ruiz', color: '#4c9a5f', values: [42, undefined] },
    { key: 'ben', label: 'ben', color: '#b4571b', values: [undefined, 31] },
  ]);
});

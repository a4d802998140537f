import type { ChartColor, ChartDataRow, ChartProps } from '@hubspot/ui-extensions';

/** One colour's points: `y` by the place of its x among `categories`, absent where there is none. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  readonly values: readonly (number | undefined)[];
}

const COLORS: Record<ChartColor, string> = {
  orange: '#e8833a',
  aqua: '#2aa5a0',
  purple: '#8468c9',
  yellow: '#d9a520',
  pink: '#d4679a',
  blue: '#3b7dc4',
  green: '#4c9a5f',
  darkOrange: '#b4571b',
  darkAqua: '#14726f',
  darkPurple: '#5a3f9e',
  darkYellow: '#98700c',
  darkPink: '#a03c6c',
  darkBlue: '#1f5490',
  darkGreen: '#2d6b3d',
};

const ORDER: readonly ChartColor[] = [
  'blue',
  'aqua',
  'orange',
  'purple',
  'green',
  'pink',
  'yellow',
  'darkBlue',
];

/** A chart's rows as categories along x and a series a colour, both in the order in which the rows name them. */
export function readSeries({ data, axes, options = {} }: Pick<ChartProps, 'data' | 'axes' | 'options'>): {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
} {
  const rows: readonly ChartDataRow[] = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? {} : (data.options?.propertyLabels ?? {});
  const group = axes.options?.groupFieldByColor;
  const keys = distinct(rows.map((row) => (group ? String(row[group]) : axes.y.field)));
  const xs = distinct(rows.map((row) => String(row[axes.x.field])));
  const list = options.colorList ?? options.colors ?? ORDER;
  return {
    categories: xs.map((x) => labels[axes.x.field]?.[x] ?? x),
    series: keys.map((key, index) => ({
      key,
      label: group ? (labels[group]?.[key] ?? key) : (axes.y.label ?? axes.y.field),
      color: COLORS[axes.options?.colors?.[key] ?? list[index % list.length] ?? 'blue'],
      values: xs.map((x) => {
        const row = rows.find(
          (other) => String(other[axes.x.field]) === x && (!group || String(other[group]) === key),
        );
        const value = Number(row?.[axes.y.field]);
        return row && Number.isFinite(value) ? value : undefined;
      }),
    })),
  };
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)];

import type { ChartProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { readSeries, type Series } from './chart-series.ts';
import { niceTicks } from './nice-ticks.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 240;
/** Room for the label of a bar that reaches the highest line. */
const TOP = 20;
const LEFT = 52;
const BOTTOM = 30;

/** Where a chart's marks go: `x` gives the middle of a category, `y` the height of a value, `band` a category's width. */
export interface Plot {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly band: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
}

/** Title, legend, axes and lines of a chart around its marks. */
export function ChartFrame(props: {
  chart: ChartProps;
  stacked: boolean;
  kind: 'bars' | 'lines';
  children: (plot: Plot) => ReactNode;
}) {
  const { chart, stacked, kind } = props;
  const [frame, width] = useWidth();
  const { title, showLegend = true } = chart.options ?? {};
  const { categories, series } = readSeries(chart);
  const totals = stacked
    ? categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0))
    : series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const ticks = niceTicks(Math.min(...totals, 0), Math.max(...totals, 0) || 1);
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  const band = (width - LEFT) / Math.max(1, categories.length);
  const y = (value: number) => TOP + (HEIGHT - BOTTOM - TOP) * (1 - (value - low) / (high - low));
  const x = (place: number) => LEFT + band * (place + 0.5);
  const every = Math.ceil(categories.length / Math.max(1, Math.floor((width - LEFT) / 52)));
  const format = new Intl.NumberFormat('en-GB', { notation: high >= 10_000 ? 'compact' : 'standard' });
  return (
    <figure className={`ui-chart ${kind}`} ref={frame} data-test-id={chart.testId}>
      {title && <figcaption>{title}</figcaption>}
      {showLegend && series.length > 1 && (
        <ul className="ui-legend">
          {series.map(({ key, label, color }) => (
            <li key={key}>
              <span style={{ background: color }} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      )}
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title ?? chart.axes.y.label ?? kind}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} className={tick === 0 ? 'zero' : 'line'} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {format.format(tick)}
            </text>
          </g>
        ))}
        {categories.map(
          (category, place) =>
            place % every === 0 && (
              <text key={category} x={x(place)} y={HEIGHT - 10} textAnchor="middle">
                {category}
              </text>
            ),
        )}
        {props.children({ categories, series, band, x, y })}
      </svg>
      {(chart.axes.x.label || chart.axes.y.label) && (
        <p className="ui-axis-labels">
          <span>{chart.axes.y.label}</span>
          <span>{chart.axes.x.label}</span>
        </p>
      )}
    </figure>
  );
}

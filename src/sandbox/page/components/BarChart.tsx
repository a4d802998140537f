import type { BarChartProps } from '@hubspot/ui-extensions';
import { ChartFrame, type Plot } from './ChartFrame.tsx';

export function BarChart(props: BarChartProps) {
  const stacked = props.axes.options?.stacking ?? false;
  const { showDataLabels = false, showTooltips = true } = props.options ?? {};
  return (
    <ChartFrame chart={props} stacked={stacked} kind="bars">
      {(plot) =>
        barsOf(plot, stacked).map(({ key, name, value, color, x, y, width, height }) => (
          <g key={key}>
            <rect x={x} y={y} width={width} height={height} rx="2" fill={color}>
              {showTooltips && <title>{`${name}: ${value.toLocaleString('en-GB')}`}</title>}
            </rect>
            {showDataLabels && (
              <text x={x + width / 2} y={y - 4} textAnchor="middle" className="value">
                {value.toLocaleString('en-GB')}
              </text>
            )}
          </g>
        ))
      }
    </ChartFrame>
  );
}

/** Side by side within their category, or on top of each other; a negative value hangs under zero. */
function barsOf({ categories, series, band, x, y }: Plot, stacked: boolean) {
  const slots = stacked ? 1 : Math.max(1, series.length);
  const width = Math.min((band * 0.7) / slots, 56);
  return categories.flatMap((category, place) => {
    let top = 0;
    return series.flatMap(({ key, label, color, values }, index) => {
      const value = values[place];
      if (value === undefined) return [];
      const from = stacked ? top : 0;
      if (stacked) top += value;
      const left = x(place) + (stacked ? -0.5 : index - slots / 2) * width;
      const [start, end] = [y(from), y(from + value)];
      return [
        {
          key: `${category} ${key}`,
          name: series.length > 1 ? `${category}, ${label}` : category,
          value,
          color,
          x: left,
          y: Math.min(start, end),
          width: width * 0.92,
          height: Math.max(1, Math.abs(start - end)),
        },
      ];
    });
  });
}

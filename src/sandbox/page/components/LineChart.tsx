import type { LineChartProps } from '@hubspot/ui-extensions';
import { ChartFrame } from './ChartFrame.tsx';

export function LineChart(props: LineChartProps) {
  const { showDataLabels = false, showTooltips = true } = props.options ?? {};
  return (
    <ChartFrame chart={props} stacked={false} kind="lines">
      {({ series, categories, x, y }) =>
        series.map(({ key, label, color, values }) => {
          const points = values.flatMap((value, place) => (value === undefined ? [] : [{ value, place }]));
          return (
            <g key={key}>
              <polyline
                points={points.map(({ value, place }) => `${x(place)},${y(value)}`).join(' ')}
                fill="none"
                stroke={color}
                strokeWidth="2.5"
              />
              {points.map(({ value, place }) => (
                <g key={place}>
                  <circle cx={x(place)} cy={y(value)} r="3.5" fill={color}>
                    {showTooltips && (
                      <title>{`${label}, ${categories[place]}: ${value.toLocaleString('en-GB')}`}</title>
                    )}
                  </circle>
                  {showDataLabels && (
                    <text x={x(place)} y={y(value) - 8} textAnchor="middle" className="value">
                      {value.toLocaleString('en-GB')}
                    </text>
                  )}
                </g>
              ))}
            </g>
          );
        })
      }
    </ChartFrame>
  );
}

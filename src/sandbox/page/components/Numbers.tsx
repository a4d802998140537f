import type {
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';
import { Icon } from './Icon.tsx';

export const Statistics = ({ children, testId }: StatisticsProps) => (
  <div className="ui-statistics" data-test-id={testId}>
    {children}
  </div>
);

export const StatisticsItem = ({ label, number, id, children, testId }: StatisticsItemProps) => (
  <div className="ui-statistic" id={id} data-test-id={testId}>
    <span className="ui-statistic-label">{label}</span>
    <span className="ui-statistic-number">{number}</span>
    {children}
  </div>
);

export function StatisticsTrend({ value, direction, color, testId }: StatisticsTrendProps) {
  const shown = color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className={`ui-trend ${shown}`} data-test-id={testId}>
      <Icon name={direction === 'increase' ? 'upCarat' : 'downCarat'} screenReaderText={direction} /> {value}
    </span>
  );
}

export function ProgressBar(props: ProgressBarProps) {
  const { title, value = 0, variant = 'success', showPercentage, valueDescription, testId } = props;
  const most = props.maxValue ?? props.valueMax ?? 100;
  const share = Math.min(Math.max(most > 0 ? value / most : 0, 0), 1);
  return (
    <div className="ui-progress" data-test-id={testId}>
      {(title || valueDescription) && (
        <div className="ui-progress-words">
          <span>{title}</span>
          <span>{valueDescription}</span>
        </div>
      )}
      <div className="ui-progress-line">
        <div
          className={`ui-progress-track ${variant}`}
          role="progressbar"
          aria-label={props['aria-label'] ?? title}
          aria-valuenow={value}
          aria-valuemin={0}
          aria-valuemax={most}
        >
          <span style={{ width: `${share * 100}%` }} />
        </div>
        {showPercentage && <span className="ui-progress-percent">{Math.round(share * 100)}%</span>}
      </div>
    </div>
  );
}

/** A circle from 0 to 100; below 50 it warns, below 25 it alarms. */
export function ScoreCircle({ score, testId }: ScoreProps) {
  const tone = score >= 50 ? 'good' : score >= 25 ? 'fair' : 'poor';
  return (
    <svg
      className={`ui-score ${tone}`}
      viewBox="0 0 44 44"
      width="56"
      height="56"
      role="img"
      aria-label={`Score ${score}`}
      data-test-id={testId}
    >
      <circle cx="22" cy="22" r="19" className="ui-score-track" />
      <circle
        cx="22"
        cy="22"
        r="19"
        className="ui-score-arc"
        pathLength="100"
        strokeDasharray={`${Math.min(Math.max(score, 0), 100)} 100`}
        transform="rotate(-90 22 22)"
      />
      <text x="22" y="26" textAnchor="middle">
        {score}
      </text>
    </svg>
  );
}

export function StepIndicator(props: StepIndicatorProps) {
  const {
    stepNames,
    currentStep = 0,
    direction = 'horizontal',
    variant = 'default',
    onClick,
    testId,
  } = props;
  return (
    <ol className={`ui-steps ${direction} ${variant}`} data-test-id={testId}>
      {stepNames.map((name, index) => {
        const state = index < currentStep ? 'done' : index === currentStep ? 'current' : 'ahead';
        return (
          <li key={name} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <button type="button" className="ui-plain" disabled={!onClick} onClick={() => onClick?.(index)}>
              <span className="ui-step-circle" aria-hidden="true">
                {state === 'done' ? <Icon name="success" /> : index + 1}
              </span>
              {variant !== 'compact' || state === 'current' ? name : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

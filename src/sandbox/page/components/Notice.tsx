import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
} from '@hubspot/ui-extensions';
import { Drawing } from './Drawing.tsx';
import { shortSize } from './sizes.ts';

const BAD = ['error', 'danger'];

export const Alert = ({ title, children, variant = 'info', testId }: AlertProps) => (
  <div
    className={`ui-alert ${BAD.includes(variant) ? 'danger' : variant}`}
    role={BAD.includes(variant) ? 'alert' : 'status'}
    data-test-id={testId}
  >
    <strong>{title}</strong>
    {children && <div>{children}</div>}
  </div>
);

export function EmptyState(props: EmptyStateProps) {
  const { title = 'All is quiet here', layout = 'horizontal', imageName = 'idea', imageWidth = 120 } = props;
  return (
    <div
      className={`ui-empty ${layout}${props.reverseOrder ? ' reverse' : ''}${props.flush ? ' flush' : ''}`}
      data-test-id={props.testId}
    >
      <div className="ui-empty-words">
        <h3>{title}</h3>
        {props.children}
      </div>
      <Drawing name={imageName} width={imageWidth} />
    </div>
  );
}

export const ErrorState = ({
  title = 'Something went wrong',
  type = 'error',
  children,
  testId,
}: ErrorStateProps) => (
  <div className="ui-empty vertical" role="alert" data-test-id={testId}>
    <div className="ui-empty-words">
      <h3>{title}</h3>
      {children}
    </div>
    <Drawing name={type} width={110} />
  </div>
);

export function LoadingSpinner({
  label,
  showLabel,
  size = 'sm',
  layout = 'inline',
  testId,
}: LoadingSpinnerProps) {
  return (
    <div className={`ui-loading ${layout}`} role="status" aria-label={label} data-test-id={testId}>
      <span className={`spinner ${shortSize(size)}`} aria-hidden="true" />
      {showLabel && <span>{label}</span>}
    </div>
  );
}

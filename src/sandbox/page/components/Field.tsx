import type { ReactNode } from 'react';

/** What all of HubSpot's fields share around their control. */
export interface FieldWords {
  readonly label?: string | undefined;
  readonly required?: boolean | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
  readonly testId?: string | undefined;
}

/** Label above, description under it, message below: red with `error`, green without, as in HubSpot. */
export function Field({ words, id, children }: { words: FieldWords; id: string; children: ReactNode }) {
  const { label, required, description, tooltip, error, validationMessage, testId } = words;
  return (
    <div className={error ? 'ui-field error' : 'ui-field'} data-test-id={testId}>
      {label && (
        <label htmlFor={id}>
          {label}
          {required && (
            <span className="ui-required" aria-hidden="true">
              *
            </span>
          )}
          {tooltip && (
            <span className="ui-hint" title={tooltip} aria-label={tooltip}>
              i
            </span>
          )}
        </label>
      )}
      {description && <span className="ui-description-line">{description}</span>}
      {children}
      {validationMessage && (
        <span className={error ? 'ui-message bad' : 'ui-message good'} role={error ? 'alert' : undefined}>
          {validationMessage}
        </span>
      )}
    </div>
  );
}

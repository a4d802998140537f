import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { extensionEvent } from './extension-event.ts';
import { useOverlayTrigger, useReactions } from './use-overlay-trigger.tsx';

export function Tag({ children, variant = 'default', onClick, overlay, inline, testId }: TagProps) {
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  const className = `ui-tag ${variant}${inline ? ' inline' : ''}`;
  return wrap(
    onClick || overlay ? (
      <button
        type="button"
        className={className}
        data-test-id={testId}
        onClick={(event) => {
          show();
          void onClick?.(extensionEvent(event), reactions);
        }}
      >
        {children}
      </button>
    ) : (
      <span className={className} data-test-id={testId}>
        {children}
      </span>
    ),
  );
}

export function StatusTag(props: StatusTagProps) {
  const { children, variant = 'default', hollow, onClick, showRemoveIcon, onRemoveClick, testId } = props;
  const words = (
    <>
      <span className={hollow ? 'ui-dot hollow' : 'ui-dot'} aria-hidden="true" />
      {children}
    </>
  );
  return (
    <span className={`ui-status ${variant}`} data-test-id={testId}>
      {onClick ? (
        <button type="button" className="ui-plain" onClick={() => onClick()}>
          {words}
        </button>
      ) : (
        words
      )}
      {showRemoveIcon && (
        <button type="button" className="ui-plain" aria-label="Remove" onClick={() => onRemoveClick?.()}>
          ×
        </button>
      )}
    </span>
  );
}

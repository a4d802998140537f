import { useEffect, type ReactNode, type SyntheticEvent } from 'react';
import { createPortal } from 'react-dom';

/** The frame of a modal or panel, at the end of the page. */
export function Dialog(props: {
  open: boolean;
  close: () => void;
  title: string | undefined;
  label: string | undefined;
  testId: string | undefined;
  className: string;
  children?: ReactNode;
}) {
  const { open, close } = props;
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  if (!open) return null;
  // React lets events rise through a portal: a form around the trigger would hear what is submitted in here.
  const stay = (event: SyntheticEvent) => event.stopPropagation();
  return createPortal(
    <div className="ui-scrim" onClick={stay} onSubmit={stay}>
      <div
        className={props.className}
        role="dialog"
        aria-modal="true"
        aria-label={props.label}
        data-test-id={props.testId}
      >
        <header className="ui-overlay-head">
          <h3>{props.title}</h3>
          <button type="button" className="icon-button" aria-label="Close" onClick={close}>
            ×
          </button>
        </header>
        {props.children}
      </div>
    </div>,
    document.body,
  );
}

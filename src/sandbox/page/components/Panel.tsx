import type { PanelBodyProps, PanelFooterProps, PanelProps, PanelSectionProps } from '@hubspot/ui-extensions';
import { Dialog } from './Dialog.tsx';
import { shortSize } from './sizes.ts';
import { useOverlay } from './use-overlay.ts';

export function Panel(props: PanelProps) {
  const { id, title, width = 'sm', variant = 'default', onOpen, onClose } = props;
  const { open, close } = useOverlay({ id, onOpen, onClose });
  return (
    <Dialog
      open={open}
      close={close}
      title={title}
      label={props['aria-label'] ?? title}
      testId={props.testId}
      className={`ui-panel ${shortSize(width)} ${variant}`}
    >
      {props.children}
    </Dialog>
  );
}

export const PanelBody = ({ children, testId }: PanelBodyProps) => (
  <div className="ui-overlay-body" data-test-id={testId}>
    {children}
  </div>
);

export const PanelSection = ({ children, flush, testId }: PanelSectionProps) => (
  <section className={flush ? 'ui-panel-section flush' : 'ui-panel-section'} data-test-id={testId}>
    {children}
  </section>
);

export const PanelFooter = ({ children, testId }: PanelFooterProps) => (
  <footer className="ui-overlay-foot" data-test-id={testId}>
    {children}
  </footer>
);

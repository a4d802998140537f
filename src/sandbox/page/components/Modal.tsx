import type { ModalBodyProps, ModalFooterProps, ModalProps } from '@hubspot/ui-extensions';
import { Dialog } from './Dialog.tsx';
import { shortSize } from './sizes.ts';
import { useOverlay } from './use-overlay.ts';

export function Modal(props: ModalProps) {
  const { id, title, width = 'sm', variant = 'default', onOpen, onClose } = props;
  const { open, close } = useOverlay({ id, onOpen, onClose });
  return (
    <Dialog
      open={open}
      close={close}
      title={title}
      label={props['aria-label'] ?? title}
      testId={props.testId}
      className={`ui-modal ${shortSize(width)} ${variant}`}
    >
      {props.children}
    </Dialog>
  );
}

export const ModalBody = ({ children, testId }: ModalBodyProps) => (
  <div className="ui-overlay-body" data-test-id={testId}>
    {children}
  </div>
);

export const ModalFooter = ({ children, testId }: ModalFooterProps) => (
  <footer className="ui-overlay-foot" data-test-id={testId}>
    {children}
  </footer>
);

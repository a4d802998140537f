import { createPortal } from 'react-dom';
import type { IframeModal } from './worker-protocol.ts';

/** What `openIframeModal` opens. */
export function IframeDialog({ modal, onClose }: { modal: IframeModal; onClose: () => void }) {
  return createPortal(
    <div className="ui-scrim">
      <div className="ui-modal iframe" role="dialog" aria-modal="true" aria-label={modal.title ?? 'Page'}>
        <header className="ui-overlay-head">
          <h3>{modal.title}</h3>
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </header>
        <iframe
          src={modal.uri}
          title={modal.title ?? 'Page'}
          style={{ width: modal.width, height: modal.height }}
        />
      </div>
    </div>,
    document.body,
  );
}

import { RemoteRenderer } from '@remote-ui/react/host';
import { useEffect, useRef, useState } from 'react';
import { pageLocation } from '../app-page/page-location.ts';
import { createOverlays, OverlaysContext } from '../components/overlays.ts';
import { useAddress } from '../shell/use-address.ts';
import { buildServices, type OpenRecord } from './build-services.ts';
import { buildController } from './controller.tsx';
import { IframeDialog } from './IframeDialog.tsx';
import { useCard } from './use-card.ts';
import type { Alert, CardContext, IframeModal, PageLocation } from './worker-protocol.ts';

const CONTROLLER = buildController();

/** What a bundle draws: HubSpot's bundle runs in a worker, what it draws appears here. */
export function Extension(props: {
  bundle: string;
  context: CardContext;
  /** Null for a page of the app. */
  record: OpenRecord | null;
  onAlert: (alert: Alert) => void;
}) {
  const { bundle, context, record, onAlert } = props;
  const [overlays] = useState(createOverlays);
  const [iframe, setIframe] = useState<{ modal: IframeModal; onClose: () => void }>();
  const { path, query } = useAddress();
  const tellLocation = useRef<(location: PageLocation) => void>();
  const { receiver, mounted, crash, restart } = useCard({
    bundle,
    context,
    buildServices: (onCrash) =>
      buildServices({
        record,
        userId: context.user.id,
        overlays,
        onAlert,
        onCrash,
        onIframe: (modal, onClose) => setIframe({ modal, onClose }),
        onFollowLocation: (receive) => {
          tellLocation.current = receive;
          receive(pageLocation(location.pathname, new URLSearchParams(location.search)));
        },
      }),
  });
  const search = query.toString();
  useEffect(() => {
    tellLocation.current?.(pageLocation(path, new URLSearchParams(search)));
  }, [path, search]);
  const { cardTitle } = context.extension;
  return (
    <>
      {crash !== undefined && (
        <div className="card-crash" role="alert">
          <strong>{record ? 'This card stopped' : 'This page stopped'}</strong>
          <pre>{crash}</pre>
          <button type="button" className="button small" onClick={restart}>
            Start it again
          </button>
        </div>
      )}
      {crash === undefined && !mounted && (
        <div className="card-loading" role="status" aria-label={`Loading ${cardTitle}`}>
          <span className="skeleton wide" />
          <span className="skeleton" />
          <span className="skeleton short" />
        </div>
      )}
      {crash === undefined && receiver && (
        <OverlaysContext.Provider value={overlays}>
          <RemoteRenderer receiver={receiver} controller={CONTROLLER} />
        </OverlaysContext.Provider>
      )}
      {iframe && (
        <IframeDialog
          modal={iframe.modal}
          onClose={() => {
            iframe.onClose();
            setIframe(undefined);
          }}
        />
      )}
    </>
  );
}

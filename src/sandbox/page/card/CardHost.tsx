import { RemoteRenderer } from '@remote-ui/react/host';
import { useState } from 'react';
import { createOverlays, OverlaysContext } from '../components/overlays.ts';
import type { CardEntry, DealRecord, Person, Session } from '../portal-types.ts';
import type { RecordFeed } from '../record/record-feed.ts';
import { buildContext } from './build-context.ts';
import { buildServices } from './build-services.ts';
import { buildController } from './controller.tsx';
import { IframeDialog } from './IframeDialog.tsx';
import { useCard } from './use-card.ts';
import type { Alert, IframeModal } from './worker-protocol.ts';

const CONTROLLER = buildController();

/** One card in its frame: HubSpot's bundle runs in a worker, what it draws appears here. */
export function CardHost(props: {
  card: CardEntry;
  session: Session;
  viewer: Person;
  record: DealRecord;
  feed: RecordFeed;
  onAlert: (alert: Alert) => void;
  onRefresh: () => Promise<void>;
}) {
  const { card, session, viewer, record, feed, onAlert, onRefresh } = props;
  const [overlays] = useState(createOverlays);
  const [iframe, setIframe] = useState<{ modal: IframeModal; onClose: () => void }>();
  const { receiver, mounted, crash, restart } = useCard({
    bundle: card.bundle,
    context: buildContext(session, card, viewer, record.id),
    buildServices: (onCrash) =>
      buildServices({
        dealId: record.id,
        userId: viewer.userId,
        feed,
        overlays,
        onAlert,
        onRefresh,
        onCrash,
        onIframe: (modal, onClose) => setIframe({ modal, onClose }),
      }),
  });
  return (
    <article className="card-frame" data-card={card.uid} aria-label={card.name}>
      <header className="card-head">
        <h2>{card.name}</h2>
        <span className="card-app">Sideline</span>
      </header>
      <div className="card-body">
        {crash !== undefined && (
          <div className="card-crash" role="alert">
            <strong>This card stopped</strong>
            <pre>{crash}</pre>
            <button type="button" className="button small" onClick={restart}>
              Start it again
            </button>
          </div>
        )}
        {crash === undefined && !mounted && (
          <div className="card-loading" role="status" aria-label={`Loading ${card.name}`}>
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
      </div>
      {iframe && (
        <IframeDialog
          modal={iframe.modal}
          onClose={() => {
            iframe.onClose();
            setIframe(undefined);
          }}
        />
      )}
    </article>
  );
}

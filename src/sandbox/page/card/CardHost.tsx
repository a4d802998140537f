import type { CardEntry, Person, Session } from '../portal-types.ts';
import { buildContext } from './build-context.ts';
import type { OpenRecord } from './build-services.ts';
import { Extension } from './Extension.tsx';
import type { Alert } from './worker-protocol.ts';

/** One card on a record, in its frame. */
export function CardHost(props: {
  card: CardEntry;
  session: Session;
  viewer: Person;
  record: OpenRecord;
  onAlert: (alert: Alert) => void;
}) {
  const { card, session, viewer, record, onAlert } = props;
  return (
    <article className="card-frame" data-card={card.uid} aria-label={card.name}>
      <header className="card-head">
        <h2>{card.name}</h2>
        <span className="card-app">Sideline</span>
      </header>
      <div className="card-body">
        <Extension
          bundle={card.bundle}
          context={buildContext(session, card, viewer, record.key)}
          record={record}
          onAlert={onAlert}
        />
      </div>
    </article>
  );
}

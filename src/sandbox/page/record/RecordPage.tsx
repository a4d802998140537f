import { useEffect, useState } from 'react';
import { CardHost } from '../card/CardHost.tsx';
import type { Alert } from '../card/worker-protocol.ts';
import { editDeal } from '../portal.ts';
import type { Person, PropertyValues, Session } from '../portal-types.ts';
import { Failure } from '../shell/Failure.tsx';
import { Loading } from '../shell/Loading.tsx';
import { PageLink } from '../shell/PageLink.tsx';
import { Alerts, type ShownAlert } from './Alerts.tsx';
import { ChangeList } from './ChangeList.tsx';
import { PropertyPanel } from './PropertyPanel.tsx';
import { RecordHead } from './RecordHead.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { useRecord } from './use-record.ts';

/** A deal's record: properties on the left, the app's tab cards in the middle, its sidebar cards and tasks on the right. */
export function RecordPage(props: {
  session: Session;
  viewer: Person;
  dealId: string;
  onOwner: (ownerId: string | null) => void;
}) {
  const { session, viewer, dealId, onOwner } = props;
  const { record, message, changes, feed, refresh } = useRecord(dealId);
  const [tab, setTab] = useState<'cards' | 'changes'>('cards');
  const [alerts, setAlerts] = useState<readonly ShownAlert[]>([]);
  const ownerId = record?.properties['hubspot_owner_id'];
  useEffect(() => {
    if (ownerId !== undefined) onOwner(ownerId);
  }, [ownerId, onOwner]);
  if (!record || !feed) {
    return message === undefined ? (
      <Loading label="Opening the deal" />
    ) : (
      <Failure message={message} retry={() => void refresh()} />
    );
  }
  const showAlert = (alert: Alert) =>
    setAlerts((shown) => [...shown, { ...alert, key: crypto.randomUUID() }]);
  const cardsAt = (location: string) =>
    session.cards
      .filter((card) => card.location === location)
      .map((card) => (
        <CardHost
          key={`${card.uid} ${viewer.userId}`}
          card={card}
          session={session}
          viewer={viewer}
          record={{ dealId: record.id, feed, onRefresh: refresh }}
          onAlert={showAlert}
        />
      ));
  const save = async (properties: PropertyValues) => {
    await editDeal(dealId, viewer.userId, properties);
    await refresh();
  };
  return (
    <main className="record">
      <aside className="record-left" aria-label="Deal properties">
        <PageLink to="/" className="back">
          ‹ Deals
        </PageLink>
        {message !== undefined && (
          <p className="record-message" role="alert">
            {message}
          </p>
        )}
        <RecordHead record={record} />
        <PropertyPanel record={record} changes={changes} timeZone={session.account.timeZone} onSave={save} />
      </aside>
      <section className="record-middle">
        <div className="record-tabs" role="tablist">
          <button
            type="button"
            role="tab"
            aria-selected={tab === 'cards'}
            className="record-tab"
            onClick={() => setTab('cards')}
          >
            Sideline
          </button>
          <button
            type="button"
            role="tab"
            aria-selected={tab === 'changes'}
            className="record-tab"
            onClick={() => setTab('changes')}
          >
            Changes
            {changes.length > 0 && <span className="count">{changes.length}</span>}
          </button>
        </div>
        <div className="record-body" hidden={tab !== 'cards'}>
          {cardsAt('crm.record.tab')}
        </div>
        {tab === 'changes' && <ChangeList changes={changes} timeZone={session.account.timeZone} />}
      </section>
      <aside className="record-right" aria-label="Sidebar">
        {cardsAt('crm.record.sidebar')}
        <TaskPanel
          dealId={record.id}
          feed={feed}
          userId={viewer.userId}
          timeZone={session.account.timeZone}
        />
      </aside>
      <Alerts
        alerts={alerts}
        onDismiss={(key) => setAlerts((shown) => shown.filter((alert) => alert.key !== key))}
      />
    </main>
  );
}

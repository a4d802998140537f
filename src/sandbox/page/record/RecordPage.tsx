import { useEffect, useState } from 'react';
import { CardHost } from '../card/CardHost.tsx';
import type { Alert } from '../card/worker-protocol.ts';
import { editRecord } from '../portal.ts';
import type { Person, PropertyValues, RecordKey, Session } from '../portal-types.ts';
import { Failure } from '../shell/Failure.tsx';
import { Loading } from '../shell/Loading.tsx';
import { PageLink } from '../shell/PageLink.tsx';
import { Alerts, type ShownAlert } from './Alerts.tsx';
import { Associations } from './Associations.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ContactHead } from './ContactHead.tsx';
import { DealHead } from './DealHead.tsx';
import { PropertyPanel } from './PropertyPanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { WorkflowPanel } from './WorkflowPanel.tsx';
import { useRecord } from './use-record.ts';

/** A record: properties on the left, the app's tab cards in the middle; its sidebar cards, a deal's tasks and associations on the right. */
export function RecordPage(props: {
  session: Session;
  viewer: Person;
  recordKey: RecordKey;
  onOwner: (ownerId: string | null) => void;
}) {
  const { session, viewer, recordKey, onOwner } = props;
  const { record, message, changes, feed, refresh } = useRecord(recordKey);
  const [tab, setTab] = useState<'cards' | 'changes'>('cards');
  const [alerts, setAlerts] = useState<readonly ShownAlert[]>([]);
  const noun = recordKey.kind === 'deals' ? 'deal' : 'contact';
  const ownerId = record?.properties['hubspot_owner_id'];
  useEffect(() => {
    if (ownerId !== undefined) onOwner(ownerId);
  }, [ownerId, onOwner]);
  if (!record || !feed) {
    return message === undefined ? (
      <Loading label={`Opening the ${noun}`} />
    ) : (
      <Failure message={message} retry={() => void refresh()} />
    );
  }
  const showAlert = (alert: Alert) =>
    setAlerts((shown) => [...shown, { ...alert, key: crypto.randomUUID() }]);
  const cardsAt = (location: string) =>
    session.cards
      .filter((card) => card.location === location && card.objectTypes.includes(recordKey.kind))
      .map((card) => (
        <CardHost
          key={`${card.uid} ${viewer.userId}`}
          card={card}
          session={session}
          viewer={viewer}
          record={{ key: recordKey, feed, onRefresh: refresh }}
          onAlert={showAlert}
        />
      ));
  const save = async (properties: PropertyValues) => {
    await editRecord(recordKey, viewer.userId, properties);
    await refresh();
  };
  return (
    <main className="record">
      <aside className="record-left" aria-label={noun === 'deal' ? 'Deal properties' : 'Contact properties'}>
        <PageLink to="/" className="back">
          ‹ Deals
        </PageLink>
        {message !== undefined && (
          <p className="record-message" role="alert">
            {message}
          </p>
        )}
        {record.kind === 'deals' ? <DealHead record={record} /> : <ContactHead record={record} />}
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
        {recordKey.kind === 'deals' && (
          <TaskPanel
            dealId={record.id}
            feed={feed}
            userId={viewer.userId}
            timeZone={session.account.timeZone}
          />
        )}
        <WorkflowPanel actions={session.workflowActions} recordKey={recordKey} />
        <Associations associated={record.associated} />
      </aside>
      <Alerts
        alerts={alerts}
        onDismiss={(key) => setAlerts((shown) => shown.filter((alert) => alert.key !== key))}
      />
    </main>
  );
}

import { useEffect } from 'react';
import type { Alert } from '../card/worker-protocol.ts';

export type ShownAlert = Alert & { readonly key: string };

const SHOWN_MS = 6000;

/** The banners that cards raise with `addAlert`: they leave by themselves, all but the bad news. */
export function Alerts(props: { alerts: readonly ShownAlert[]; onDismiss: (key: string) => void }) {
  return (
    <div className="alerts" aria-live="polite">
      {props.alerts.map((alert) => (
        <FloatingAlert key={alert.key} alert={alert} onDismiss={() => props.onDismiss(alert.key)} />
      ))}
    </div>
  );
}

function FloatingAlert({ alert, onDismiss }: { alert: ShownAlert; onDismiss: () => void }) {
  const type = alert.type ?? 'info';
  useEffect(() => {
    if (type === 'danger') return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
    // The timer belongs to this alert, not to the newest onDismiss.
  }, [type]);
  return (
    <div className={`floating-alert ${type}`} role={type === 'danger' ? 'alert' : 'status'}>
      <div>
        {alert.title && <strong>{alert.title}</strong>}
        <span>{alert.message}</span>
      </div>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
        ×
      </button>
    </div>
  );
}

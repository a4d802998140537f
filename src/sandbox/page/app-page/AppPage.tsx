import { useState } from 'react';
import { buildContext } from '../card/build-context.ts';
import { Extension } from '../card/Extension.tsx';
import type { Alert } from '../card/worker-protocol.ts';
import type { PageEntry, Person, Session } from '../portal-types.ts';
import { Alerts, type ShownAlert } from '../record/Alerts.tsx';
import { Failure } from '../shell/Failure.tsx';

/** Where HubSpot shows each kind of page, and what it writes above it. */
const FRAMES = {
  settings: { name: 'Sideline settings', above: 'Settings › Integrations › Connected apps', tabs: true },
  pages: { name: 'Sideline', above: null, tabs: false },
} as const;

/** One of the app's own pages in HubSpot's frame. */
export function AppPage(props: { location: PageEntry['location']; session: Session; viewer: Person }) {
  const { location, session, viewer } = props;
  const [alerts, setAlerts] = useState<readonly ShownAlert[]>([]);
  const page = session.pages.find((each) => each.location === location);
  if (!page) return <Failure message="The installed app has no such page." />;
  const { name, above, tabs } = FRAMES[location];
  const showAlert = (alert: Alert) =>
    setAlerts((shown) => [...shown, { ...alert, key: crypto.randomUUID() }]);
  return (
    <main className="app-page" data-page={page.uid}>
      <header className="app-page-head">
        {above !== null && <p className="app-page-above">{above}</p>}
        <h1>Sideline</h1>
        {tabs && (
          <ul className="app-page-tabs" aria-hidden="true">
            <li>General info</li>
            <li>Feature settings</li>
            <li className="chosen">Settings</li>
          </ul>
        )}
      </header>
      <section className="app-page-body card-body" aria-label={name}>
        <Extension
          bundle={page.bundle}
          context={buildContext(session, { location, name }, viewer, null)}
          record={null}
          onAlert={showAlert}
        />
      </section>
      <Alerts
        alerts={alerts}
        onDismiss={(key) => setAlerts((shown) => shown.filter((alert) => alert.key !== key))}
      />
    </main>
  );
}

import { useState } from 'react';
import { AppPage } from './app-page/AppPage.tsx';
import { DealList } from './deals/DealList.tsx';
import { readSession } from './portal.ts';
import type { Session } from './portal-types.ts';
import { RecordPage } from './record/RecordPage.tsx';
import { EffectDrawer } from './shell/EffectDrawer.tsx';
import { Failure } from './shell/Failure.tsx';
import { Loading } from './shell/Loading.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { appPageOfPath, recordOfPath, useAddress } from './shell/use-address.ts';
import { useAnswer } from './shell/use-answer.ts';

/** The pages of the sandbox portal inside one shell. */
export function App() {
  const session = useAnswer(readSession, []);
  if (session.state === 'loading') return <Loading label="Opening the sandbox portal" />;
  if (session.state === 'failed') return <Failure message={session.message} retry={session.retry} />;
  return <Portal session={session.answer} />;
}

function Portal({ session }: { session: Session }) {
  const address = useAddress();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const record = recordOfPath(address.path);
  const appPage = appPageOfPath(address.path);
  const chosen = session.people.find((person) => String(person.userId) === address.query.get('as'));
  const owner = session.people.find((person) => person.ownerId === ownerId);
  const viewer = chosen ?? (record && owner) ?? session.people[0];
  if (!viewer) return <Failure message="This portal has no people." />;
  return (
    <div className={drawerOpen ? 'portal with-drawer' : 'portal'}>
      <TopBar
        session={session}
        viewer={viewer}
        path={address.path}
        recordOwnerId={record ? ownerId : null}
        drawerOpen={drawerOpen}
        onDrawer={() => setDrawerOpen(!drawerOpen)}
      />
      {record ? (
        <RecordPage
          key={address.path}
          session={session}
          viewer={viewer}
          recordKey={record}
          onOwner={setOwnerId}
        />
      ) : appPage ? (
        <AppPage key={`${appPage} ${viewer.userId}`} location={appPage} session={session} viewer={viewer} />
      ) : (
        <DealList session={session} />
      )}
      {drawerOpen && (
        <EffectDrawer timeZone={session.account.timeZone} onClose={() => setDrawerOpen(false)} />
      )}
    </div>
  );
}

import type { Person, Session } from '../portal-types.ts';
import { PageLink } from './PageLink.tsx';
import { ViewAs } from './ViewAs.tsx';

const PAGES = [
  ['/', 'Deals', /^\/((deals|contacts)\/.*)?$/],
  ['/home', 'Home', /^\/home/],
  ['/settings', 'Settings', /^\/settings$/],
] as const;

/** Banner and navigation: says what this is, whose eyes it is seen through, and opens the effect log. */
export function TopBar(props: {
  session: Session;
  viewer: Person;
  path: string;
  recordOwnerId: string | null;
  drawerOpen: boolean;
  onDrawer: () => void;
}) {
  const { session, viewer, path, recordOwnerId, drawerOpen, onDrawer } = props;
  return (
    <header className="top">
      <p className="banner">Sandbox portal: everything here is invented and local</p>
      <nav className="bar">
        <span className="portal-name">
          <span className="portal-mark" aria-hidden="true">
            {session.account.name.slice(0, 1)}
          </span>
          {session.account.name}
        </span>
        {PAGES.map(([to, name, address]) => (
          <PageLink key={to} to={to} className="bar-link" current={address.test(path)}>
            {name}
          </PageLink>
        ))}
        <span className="bar-space" />
        <ViewAs people={session.people} viewer={viewer} recordOwnerId={recordOwnerId} />
        <button
          type="button"
          className="bar-button"
          aria-expanded={drawerOpen}
          aria-controls="effects"
          onClick={onDrawer}
        >
          Effect log
        </button>
      </nav>
    </header>
  );
}

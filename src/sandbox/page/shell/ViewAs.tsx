import { useState } from 'react';
import type { Person } from '../portal-types.ts';
import { Avatar } from './Avatar.tsx';
import { groupByTeam } from './group-by-team.ts';
import { go } from './use-address.ts';
import { useDismiss } from './use-dismiss.ts';

/** Switches whose eyes the portal is seen through; the choice stays in the address as `?as=`. */
export function ViewAs(props: { people: readonly Person[]; viewer: Person; recordOwnerId: string | null }) {
  const { people, viewer, recordOwnerId } = props;
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const box = useDismiss(open, () => setOpen(false));
  const found = people.filter((person) =>
    `${person.name} ${person.teamName ?? ''}`.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  const choose = (person: Person) => {
    setOpen(false);
    setFilter('');
    go(location.pathname, { as: String(person.userId) }, 'replace');
  };
  return (
    <div className="view-as" ref={box}>
      <button type="button" className="view-as-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="view-as-label">View as</span>
        <Avatar name={viewer.name} small />
        <span className="view-as-name">{viewer.name}</span>
        {viewer.ownerId === recordOwnerId && <span className="view-as-note">owner</span>}
        <span className="caret" aria-hidden="true" />
      </button>
      {open && (
        <div className="menu view-as-menu" role="dialog" aria-label="View as">
          <input
            className="control"
            aria-label="Find a person"
            placeholder="Find a person or team"
            value={filter}
            autoFocus
            onChange={(event) => setFilter(event.target.value)}
          />
          <div className="menu-scroll">
            {found.length === 0 && <p className="menu-empty">Nobody is called that.</p>}
            {groupByTeam(found).map(([team, members]) => (
              <section key={team}>
                <h4>{team}</h4>
                {members.map((person) => (
                  <button
                    key={person.userId}
                    type="button"
                    className="menu-item"
                    aria-pressed={person.userId === viewer.userId}
                    onClick={() => choose(person)}
                  >
                    <Avatar name={person.name} small />
                    {person.name}
                    <span className="menu-note">{noteOn(person, recordOwnerId)}</span>
                  </button>
                ))}
              </section>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const noteOn = (person: Person, recordOwnerId: string | null): string =>
  person.ownerId === recordOwnerId ? 'owner' : person.superAdmin ? 'super admin' : '';

import type { AssociatedRecord, RecordKind } from '../portal-types.ts';
import { PageLink } from '../shell/PageLink.tsx';

const HEADINGS: Readonly<Record<RecordKind, string>> = { contacts: 'Contacts', deals: 'Deals' };

/** The records that belong to the one on the page, each a link to its own. */
export function Associations({ associated }: { associated: readonly AssociatedRecord[] }) {
  const byKind = Map.groupBy(associated, ({ kind }) => kind);
  return [...byKind].map(([kind, records]) => (
    <section key={kind} className="associations" aria-label={HEADINGS[kind]}>
      <h2>
        {HEADINGS[kind]} <span className="group-count">{records.length}</span>
      </h2>
      <ul>
        {records.map(({ id, name, detail }) => (
          <li key={id}>
            <PageLink to={`/${kind}/${id}`} className="association-link">
              {name || 'Unnamed'}
            </PageLink>
            {detail !== null && <span>{detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  ));
}

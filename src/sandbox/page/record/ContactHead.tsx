import type { PortalRecord } from '../portal-types.ts';
import { Avatar } from '../shell/Avatar.tsx';

/** The contact in a few lines: name, what they do and where, and how to reach them. */
export function ContactHead({ record }: { record: PortalRecord }) {
  const { jobtitle, company, email, phone } = record.properties;
  return (
    <header className="record-head contact-head">
      <Avatar name={record.name || '?'} />
      <div>
        <h1>{record.name || 'Unnamed contact'}</h1>
        <p>{[jobtitle, company].filter(Boolean).join(' at ') || 'No job title'}</p>
        <p className="record-closing">{[email, phone].filter(Boolean).join(' · ') || 'No address'}</p>
      </div>
    </header>
  );
}

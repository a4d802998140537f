import { Link } from '@hubspot/ui-extensions';
import type { RecordLink as Target } from '../contract/index.ts';

const hubspotOrigin = 'https://app.hubspot.com';

/** A deal by its name, opened in HubSpot in another tab. */
export function RecordLink({ record }: { record: Target }) {
  return (
    <Link href={{ url: `${hubspotOrigin}${record.path}`, external: true }}>
      {record.name || 'Without a name'}
    </Link>
  );
}

import { Link } from '@hubspot/ui-extensions';
import { createContext, useContext } from 'react';
import { recordAddress } from '../../record-address.ts';

/** HubSpot's number of the account, for links to its records. */
export const PortalContext = createContext<number | undefined>(undefined);

/** Opens a deal in HubSpot. */
export function DealLink({ dealId }: { dealId: string }) {
  const portalId = useContext(PortalContext);
  return <Link href={{ url: recordAddress(portalId, dealId), external: true }}>Open deal</Link>;
}

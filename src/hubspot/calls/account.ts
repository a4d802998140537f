import { account } from '../schemas/account.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

/** Reads the portal's time zone, currencies and name. Scope `oauth`. */
export function readAccount(session: PortalSession) {
  const path = `/account-info/${apiVersion.accountInfo}/details`;
  return session.call({ method: 'GET', path, repeatable: true, reply: account });
}

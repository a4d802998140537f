import { owner } from '../schemas/owner.ts';
import { page } from '../schemas/page.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { listPages } from './list-pages.ts';

/** Lists owners. Archived ones still stand on old deals, and are a list of their own. Scope `crm.objects.owners.read`. */
export function listOwners(session: PortalSession, { archived }: { archived: boolean }) {
  return listPages((after) =>
    session.call({
      method: 'GET',
      path: `/crm/owners/${apiVersion.owners}`,
      query: { limit: '100', archived: String(archived), ...(after !== null && { after }) },
      repeatable: true,
      reply: page(owner),
    }),
  );
}

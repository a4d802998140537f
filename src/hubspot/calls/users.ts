import { page } from '../schemas/page.ts';
import { user } from '../schemas/user.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { listPages } from './list-pages.ts';

/** Lists the portal's users with their teams and whether they are super admins. Scope `settings.users.read`. */
export function listUsers(session: PortalSession) {
  return listPages((after) =>
    session.call({
      method: 'GET',
      path: `/settings/users/${apiVersion.users}`,
      query: { limit: '100', ...(after !== null && { after }) },
      repeatable: true,
      reply: page(user),
    }),
  );
}

/** One user, and whether they are a super admin at this moment. Scope `settings.users.read`. */
export function readUser(session: PortalSession, userId: string) {
  return session.call({
    method: 'GET',
    path: `/settings/users/${apiVersion.users}/${encodeURIComponent(userId)}`,
    query: { idProperty: 'USER_ID' },
    repeatable: true,
    reply: user,
  });
}

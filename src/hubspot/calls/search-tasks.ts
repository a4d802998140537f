import { ok, type Result } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { page } from '../schemas/page.ts';
import { task, taskProperties, type Task } from '../schemas/task.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { collectPages, listPages } from './list-pages.ts';

const pageSize = 200;

/**
 * Finds the tasks of a subject, whatever they belong to: the newest, as many pages of 200 as told. The index is some
 * seconds behind: a task just made is missing, one just edited is shown as it was. Scope `crm.objects.contacts.read`.
 */
export function searchTasks(
  session: PortalSession,
  { subject, mostPages }: { readonly subject: string; readonly mostPages: number },
): Promise<Result<readonly Task[], HubSpotFailure>> {
  let pages = 0;
  return collectPages(
    listPages(async (after) => {
      pages += 1;
      const found = await session.call({
        method: 'POST',
        path: `/crm/objects/${apiVersion.objects}/tasks/search`,
        json: {
          filterGroups: [{ filters: [{ propertyName: 'hs_task_subject', operator: 'EQ', value: subject }] }],
          sorts: [{ propertyName: 'hs_createdate', direction: 'DESCENDING' }],
          properties: taskProperties,
          limit: pageSize,
          after: after ?? '0',
        },
        bucket: 'search',
        repeatable: true,
        reply: page(task),
      });
      return found.ok && pages >= mostPages ? ok({ ...found.value, next: null }) : found;
    }),
  );
}

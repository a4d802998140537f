import { list } from '../schemas/page.ts';
import { pipeline } from '../schemas/pipeline.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

/** Lists the deal pipelines with their stages, in no particular order. Scope `crm.objects.deals.read`. */
export function listDealPipelines(session: PortalSession) {
  const path = `/crm/pipelines/${apiVersion.pipelines}/deals`;
  return session.call({ method: 'GET', path, repeatable: true, reply: list(pipeline) });
}

import { auditOf } from '../../../access/index.ts';
import type { PipelinesPreview, PipelinesRequest, PipelinesView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { forPortal as installOf } from '../../../install/index.ts';
import { periodAt } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealsOf, directoryOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { quotasOf } from '../../quota/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { foreseePipelines } from './foresee-pipelines.ts';

export interface PipelineSettings {
  read(caller: Caller): Promise<Result<PipelinesView, Refusal>>;
  /** Whose numbers another choice would move; changes nothing. */
  preview(caller: Caller, request: PipelinesRequest): Promise<Result<PipelinesPreview, Refusal>>;
  choose(caller: Caller, request: PipelinesRequest): Promise<Result<PipelinesView, Refusal>>;
}

/** Which pipelines count towards quotas that do not name their own. */
export function createPipelineSettings(deps: SettingsDependencies): PipelineSettings {
  const { db } = deps;

  const list = async (portal: Portal): Promise<PipelinesView['pipelines']> => {
    const present = periodAt(calendarOf(portal), portal.periodKind, deps.clock.now());
    const quotas = await quotasOf(db, portal.id).listQuotas([present.key]);
    const open = await dealsOf(db, portal.id).countOpenByPipeline();
    return (await directoryOf(db, portal.id).listPipelines())
      .toSorted((left, right) => left.displayOrder - right.displayOrder)
      .map(({ id, label }) => ({
        id,
        label,
        counts: !portal.uncountedPipelineIds.includes(id),
        openDeals: open.get(id) ?? 0,
        ownQuotas: quotas.filter(({ pipelineIds }) => pipelineIds?.includes(id)).length,
      }));
  };

  const view = async (portal: Portal): Promise<PipelinesView> => ({
    rule: 'Deals of the pipelines that count are measured against every quota, unless it names pipelines of its own: then only theirs count towards it.',
    pipelines: await list(portal),
  });

  /** The portal as it would be; the ids in one order, so that the same choice is the same. */
  const chosen = async (
    portal: Portal,
    { uncountedIds }: PipelinesRequest,
  ): Promise<Result<Portal, Refusal>> => {
    const known = (await directoryOf(db, portal.id).listPipelines()).map(({ id }) => id);
    const refuse = (message: string) => err({ code: 'bad_request' as const, message, field: 'uncountedIds' });
    const unknown = uncountedIds.find((id) => !known.includes(id));
    if (unknown !== undefined) return refuse(`HubSpot has no pipeline ${unknown}. Look at the list anew.`);
    if (known.every((id) => uncountedIds.includes(id)))
      return refuse('One pipeline has to count at least. Leave one in.');
    return ok({ ...portal, uncountedPipelineIds: [...new Set(uncountedIds)].sort() });
  };

  return {
    async read({ portal }) {
      return ok(await view(portal));
    },

    async preview({ portal }, request) {
      const would = await chosen(portal, request);
      if (!would.ok) return would;
      return ok(
        foreseePipelines({
          pipelines: await list(portal),
          uncounted: { before: portal.uncountedPipelineIds, after: would.value.uncountedPipelineIds },
          before: await deps.quota.measureEverybody(portal),
          after: await deps.quota.measureEverybody(would.value),
        }),
      );
    },

    async choose({ portal, userId }, request) {
      const would = await chosen(portal, request);
      if (!would.ok) return would;
      const { uncountedPipelineIds } = would.value;
      if (uncountedPipelineIds.join() === portal.uncountedPipelineIds.join()) return ok(await view(portal));
      await inTransaction(db, async (trx) => {
        await installOf(trx, portal.id).choose({ uncountedPipelineIds });
        await auditOf(trx, portal.id).add({
          at: deps.realClock.now(),
          userId,
          action: 'choose pipelines',
          details: { leftOut: uncountedPipelineIds, before: portal.uncountedPipelineIds },
        });
      });
      // What was learned and suggested from the past follows; everybody's deals are looked at again by the job.
      await deps.quota.learnSeason(would.value);
      await deps.quota.proposeQuotas(would.value);
      await deps.queue.send('work-portal', { portalId: portal.id });
      return ok(await view(would.value));
    },
  };
}

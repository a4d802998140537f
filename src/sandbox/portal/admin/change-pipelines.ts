import * as z from 'zod';
import type { SeedPipeline } from '../../seed.ts';
import { dealProperties } from '../definitions/deal-properties.ts';
import { defineBuiltIn } from '../definitions/property-definition.ts';
import { instantText } from '../objects/instant-text.ts';
import { dealType } from '../objects/object-types.ts';
import type { Portal } from '../portal.ts';
import { action, personOf, Refused, userId } from './action.ts';

const probability = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be between 0 and 1');
const stage = z.strictObject({ id: z.string().max(100), label: z.string().min(1), probability });

/** An admin adds a pipeline or changes one: its label and the whole list of its stages, in their order. */
export const putPipeline = action(
  z.strictObject({ id: z.string().max(36), label: z.string().min(1), stages: z.array(stage).min(1), userId }),
  (portal, { userId: by, ...pipeline }) => {
    const before = portal.state.pipelines.get(pipeline.id) ?? null;
    const kept = new Set(pipeline.stages.map(({ id }) => id));
    const gone = (before?.stages ?? []).filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    refuseUsed(portal, pipeline.id, gone);
    const others = portal.state.pipelines.values().filter(({ id }) => id !== pipeline.id);
    const taken = others.flatMap(({ stages }) => stages).find(({ id }) => kept.has(id));
    if (taken) throw new Refused(`stage ${taken.id} is another pipeline's`);
    portal.state.pipelines.put(pipeline.id, pipeline);
    tell(portal, { id: pipeline.id, before, after: pipeline, by });
  },
);

/** An admin deletes a pipeline in which there is no deal; no event tells of it. */
export const deletePipeline = action(
  z.strictObject({ id: z.string(), userId }),
  (portal, { id, userId: by }) => {
    const before = portal.state.pipelines.get(id);
    if (!before) throw new Refused(`there is no pipeline ${id}`);
    refuseUsed(
      portal,
      id,
      before.stages.map((known) => known.id),
    );
    portal.state.pipelines.remove(id);
    tell(portal, { id, before, after: null, by });
  },
);

function refuseUsed({ state }: Portal, pipelineId: string, stageIds: readonly string[]): void {
  if (stageIds.length === 0) return;
  for (const deal of state.records(dealType).after('0')) {
    const stageId = deal.history['dealstage']?.[0]?.value ?? '';
    if (deal.archivedAt === null && stageIds.includes(stageId)) {
      throw new Refused(`STAGE_ID_IN_USE: a deal is in stage ${stageId} of pipeline ${pipelineId}`);
    }
  }
}

/** The properties that list pipelines and stages, and the pair that each stage has, follow the pipelines. */
function tell(
  portal: Portal,
  {
    id,
    before,
    after,
    by,
  }: { id: string; before: SeedPipeline | null; after: SeedPipeline | null; by: number | undefined },
): void {
  const { state, businessClock } = portal;
  const at = instantText(businessClock.now());
  const { companyCurrency, additionalCurrencies } = state.account;
  for (const property of dealProperties(state.pipelines.values(), [
    companyCurrency,
    ...additionalCurrencies,
  ])) {
    const known = state.definitions(dealType).get(property.name);
    const follows = property.name === 'pipeline' || property.name === 'dealstage';
    if (!known || follows)
      state.definitions(dealType).put(property.name, defineBuiltIn(property, known?.createdAt ?? at));
  }
  const source = personOf(portal, by);
  portal.settingsChanges.publish({
    kind: 'pipeline changed',
    type: dealType,
    name: id,
    before,
    after,
    source,
    at,
  });
}

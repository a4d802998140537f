import Big from 'big.js';
import type { SeedPipeline } from '../../seed.ts';
import { answer, type Answer } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import { dealType, findObjectType } from '../objects/object-types.ts';

const scopes = () => ['crm.objects.deals.read', 'crm.schemas.deals.read'];
const path = '/crm/pipelines/:objectType';

export const pipelineRoutes: readonly Route[] = [
  {
    method: 'get',
    path,
    scopes,
    limit: 'rolling',
    answer: (call) => answer(200, { results: pipelines(call) }),
  },
  {
    method: 'get',
    path: `${path}/:pipelineId`,
    scopes,
    limit: 'rolling',
    answer: (call) => one(pipelines(call), call.params['pipelineId']),
  },
  {
    method: 'get',
    path: `${path}/:pipelineId/stages`,
    scopes,
    limit: 'rolling',
    answer(call) {
      const pipeline = pipelines(call).find(({ id }) => id === call.params['pipelineId']);
      return pipeline ? answer(200, { results: pipeline.stages }) : answer(404);
    },
  },
];

/** HubSpot's 404 for a pipeline has no JSON body. */
function one(found: readonly { readonly id: string }[], id: string | undefined): Answer {
  const pipeline = found.find((candidate) => candidate.id === id);
  return pipeline ? answer(200, pipeline) : answer(404);
}

function pipelines({ portal: { state }, params }: Call) {
  if (findObjectType(params['objectType'] ?? '') !== dealType) return [];
  return state.pipelines.values().map((pipeline, index) => showPipeline(pipeline, index, state.createdAt));
}

function showPipeline(pipeline: SeedPipeline, displayOrder: number, at: string) {
  const times = { createdAt: at, updatedAt: at, archived: false };
  return {
    id: pipeline.id,
    label: pipeline.label,
    displayOrder,
    ...times,
    stages: pipeline.stages.map((stage, index) => ({
      id: stage.id,
      label: stage.label,
      displayOrder: index,
      metadata: { isClosed: String(isClosed(stage.probability)), probability: canonical(stage.probability) },
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
      ...times,
    })),
  };
}

/** HubSpot derives this: a stage is closed exactly when its probability is 0 or 1. */
function isClosed(probability: string): boolean {
  return Big(probability).eq(0) || Big(probability).eq(1);
}

/** Without trailing zeros, but with at least one decimal: 0.50 becomes 0.5 and 1 becomes 1.0. */
function canonical(probability: string): string {
  const text = Big(probability).toFixed();
  return text.includes('.') ? text : `${text}.0`;
}

import { nothing, pipelinesPreview, pipelinesRequest, pipelinesView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { PipelineSettings } from './service.ts';

/** Which pipelines count. */
export function pipelineRoutes(pipelines: PipelineSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/pipelines',
      request: nothing,
      reply: pipelinesView,
      handle: (caller) => pipelines.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/pipelines/preview',
      request: pipelinesRequest,
      reply: pipelinesPreview,
      handle: (caller, request) => pipelines.preview(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/pipelines',
      request: pipelinesRequest,
      reply: pipelinesView,
      handle: (caller, request) => pipelines.choose(caller, request),
    }),
  ];
}

import type { PortalState } from '../state/portal-state.ts';
import { instantText } from './instant-text.ts';

/** A new deal without a pipeline goes to the default one, which is the one of that id or else the first. */
export function completeDeal(
  state: PortalState,
  properties: Readonly<Record<string, string>>,
  now: Date,
): Readonly<Record<string, string>> {
  const pipeline = state.pipelines.get('default') ?? state.pipelines.values()[0];
  return {
    ...properties,
    createdate: properties['createdate'] || instantText(now),
    pipeline: properties['pipeline'] || (pipeline?.id ?? ''),
  };
}

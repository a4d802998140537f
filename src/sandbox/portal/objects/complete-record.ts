import type { PortalState } from '../state/portal-state.ts';
import { instantText } from './instant-text.ts';
import { dealType, taskType, type ObjectType } from './object-types.ts';

type Values = Readonly<Record<string, string>>;

/** What HubSpot sets of a new record where whoever makes it says nothing. */
export function completeRecord(state: PortalState, type: ObjectType, values: Values, now: Date): Values {
  if (type === dealType) return completeDeal(state, values, now);
  return type === taskType ? completeTask(values) : values;
}

/** A new deal without a pipeline goes to the default one, which is the one of that id or else the first. */
function completeDeal(state: PortalState, values: Values, now: Date): Values {
  const pipeline = state.pipelines.get('default') ?? state.pipelines.values()[0];
  return {
    ...values,
    createdate: values['createdate'] || instantText(now),
    pipeline: values['pipeline'] || (pipeline?.id ?? ''),
  };
}

function completeTask(values: Values): Values {
  return {
    ...values,
    hs_task_status: values['hs_task_status'] || 'NOT_STARTED',
    hs_task_priority: values['hs_task_priority'] || 'NONE',
    hs_task_type: values['hs_task_type'] || 'TODO',
  };
}

/** The properties without which HubSpot makes no record of a type. */
export function missingForCreate({ requiredProperties }: ObjectType, values: Values): readonly string[] {
  return requiredProperties.filter((name) => (values[name] ?? '') === '');
}

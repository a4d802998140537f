import type { TaskRecord } from '../../../../hubspot/index.ts';
import type { Action, TaskKind } from '../types.ts';

/** Whatever else coaching comes to stand beside is none of HubSpot's records, and links to none. */
const linkedTypes: Readonly<Record<string, TaskRecord['type']>> = { deal: 'deals', contact: 'contacts' };

/** HubSpot's record beside which a note stands; null for a note that stands beside none. */
export function linkedRecord({ type, id }: Action['record']): TaskRecord | null {
  const linked = linkedTypes[type];
  return linked === undefined ? null : { type: linked, id };
}

/** Public is only what speaks of a deal or contact: never how somebody sells, never what was agreed in a 1:1. */
export function taskKindOf({ topic, record }: Pick<Action, 'topic' | 'record'>): TaskKind {
  return topic === 'deal' && linkedRecord(record) !== null ? 'public' : 'neutral';
}

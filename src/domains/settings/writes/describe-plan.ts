import type { WritePlanView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { labelValues } from '../label-values.ts';
import { linkDeal } from '../link-deal.ts';

export interface PlanFacts {
  readonly portalId: number;
  readonly patches: readonly {
    readonly recordId: string;
    readonly properties: Readonly<Record<string, string>>;
  }[];
  readonly upToDate: number;
  /** Names of the first few deals. */
  readonly names: ReadonlyMap<string, string>;
  readonly definitions: readonly { readonly name: string; readonly label: string }[];
  /** How many deals were looked at, and how many there are that show or ought to show values. */
  readonly planned: number;
  readonly writable: number;
}

/** HubSpot's batch update takes a hundred records a call. */
const ROWS_A_CALL = 100;
export const examplesOfPlan = 3;

/** The plan in the words in which ops is asked: how many deals, which properties, how many calls, a few in full. */
export function describePlan(facts: PlanFacts): WritePlanView {
  const { patches, definitions } = facts;
  const changes = new Map<string, number>();
  for (const { properties } of patches) {
    for (const name of Object.keys(properties)) changes.set(name, (changes.get(name) ?? 0) + 1);
  }
  const calls = Math.ceil(patches.length / ROWS_A_CALL);
  return {
    headline:
      patches.length === 0
        ? 'Nothing to write: HubSpot shows everything already.'
        : `${countNoun(patches.length, 'deal')}, ${countNoun(changes.size, 'property', 'properties')}, ${countNoun(calls, 'call')}`,
    deals: patches.length,
    properties: changes.size,
    calls,
    upToDate: facts.upToDate,
    byProperty: definitions
      .filter(({ name }) => changes.has(name))
      .map(({ name, label }) => ({ name, label, deals: changes.get(name) ?? 0 })),
    examples: patches.slice(0, examplesOfPlan).map(({ recordId, properties }) => ({
      record: linkDeal(facts.portalId, {
        id: recordId,
        name: facts.names.get(recordId) ?? `Deal ${recordId}`,
      }),
      values: labelValues(definitions, properties),
    })),
    remark:
      facts.planned < facts.writable
        ? `Counted for the first ${countNoun(facts.planned, 'deal')} of ${facts.writable.toLocaleString('en')}; the rest is like them.`
        : null,
  };
}

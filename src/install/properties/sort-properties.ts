import type { Manifest, PropertyDefinition } from '../../manifest/index.ts';
import type { PropertyChoice } from './choices/store.ts';

export interface SortedProperties {
  /** Those that the portal is to have. */
  readonly wanted: readonly PropertyDefinition[];
  /** Those that it had once, and that ops have switched off: what stands is emptied, and nothing is written any more. */
  readonly unwanted: readonly PropertyDefinition[];
  /** Those that nobody ever switched on: whatever has their name in the portal is not ours. */
  readonly untouched: readonly PropertyDefinition[];
}

/** Which of Sideline's properties are a portal's, by what its ops have chosen. */
export function sortProperties(
  { properties }: Pick<Manifest, 'properties'>,
  choices: readonly PropertyChoice[],
): SortedProperties {
  const isOn = new Map(choices.map((choice) => [choice.name, choice.isOn]));
  const sorted = Object.groupBy(properties.definitions, ({ name, written }) => {
    if (written === undefined) return 'wanted';
    const said = isOn.get(name);
    if (said === undefined) return 'untouched';
    return said ? 'wanted' : 'unwanted';
  });
  return {
    wanted: sorted.wanted ?? [],
    unwanted: sorted.unwanted ?? [],
    untouched: sorted.untouched ?? [],
  };
}

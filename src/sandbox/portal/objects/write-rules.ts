import { type ObjectType } from './object-types.ts';

/** A rule that an admin of the portal has set; since 2026-09 HubSpot holds apps to it as well. */
export interface WriteRule {
  readonly id: string;
  readonly typeId: string;
  /** It must have a value … */
  readonly property: string;
  /** … when this property has one of the values; in every new record when null. */
  readonly when: { readonly property: string; readonly values: readonly string[] } | null;
}

export interface RuleFault {
  readonly code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY' | 'MISSING_REQUIRED_PROPERTY';
  readonly property: string;
  readonly message: string;
}

/**
 * What the rules have against a record that would have these values. HubSpot checks conditions on every write, also when
 * neither property is in it, and the required properties of the create form on creation only.
 */
export function ruleFaults(
  rules: readonly WriteRule[],
  { type, value, creating }: { type: ObjectType; value: (name: string) => string | null; creating: boolean },
): readonly RuleFault[] {
  return rules.flatMap(({ typeId, property, when }): readonly RuleFault[] => {
    if (typeId !== type.typeId || value(property) !== null) return [];
    if (when === null) {
      const message = `A value for ${property} must be provided`;
      return creating ? [{ code: 'MISSING_REQUIRED_PROPERTY', property, message }] : [];
    }
    if (!when.values.includes(value(when.property) ?? '')) return [];
    const message = `${property} is required because of a conditional property rule based on [${when.property}]`;
    return [{ code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY', property, message }];
  });
}

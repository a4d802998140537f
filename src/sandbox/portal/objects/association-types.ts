import { companyType, contactType, dealType, taskType, type ObjectType } from './object-types.ts';

/** A kind of association that HubSpot defines, seen from one end. */
export interface AssociationType {
  readonly typeId: number;
  readonly from: ObjectType;
  readonly to: ObjectType;
  readonly label: string | null;
  /** Of all companies of a record one is the primary one. */
  readonly primary: boolean;
  /** What the other end calls it. */
  readonly inverse: number;
  /** What a record's inline `associations` call it. */
  readonly name: string;
}

function between(
  [from, to]: readonly [ObjectType, ObjectType],
  [typeId, inverse]: readonly [number, number],
  { label = null, primary = false }: { label?: string | null; primary?: boolean } = {},
): readonly AssociationType[] {
  const name = (a: ObjectType, b: ObjectType) => {
    const plain = `${a.label}_to_${b.label}`.toLowerCase();
    return hasPrimary(a, b) && !primary ? `${plain}_unlabeled` : plain;
  };
  const there = { typeId, from, to, label, primary, inverse, name: name(from, to) };
  const back = { typeId: inverse, from: to, to: from, label, primary, inverse: typeId, name: name(to, from) };
  return typeId === inverse ? [there] : [there, back];
}

/** A company may be the primary one of a deal or contact; to an engagement all are alike. */
function hasPrimary(a: ObjectType, b: ObjectType): boolean {
  return a !== b && [a, b].includes(companyType) && ![a, b].includes(taskType);
}

export const associationTypes: readonly AssociationType[] = [
  ...between([dealType, contactType], [3, 4]),
  ...between([dealType, companyType], [5, 6], { label: 'Primary', primary: true }),
  ...between([dealType, companyType], [341, 342]),
  ...between([contactType, companyType], [1, 2], { label: 'Primary', primary: true }),
  ...between([contactType, companyType], [279, 280]),
  ...between([dealType, dealType], [451, 451]),
  ...between([taskType, contactType], [204, 203]),
  ...between([taskType, companyType], [192, 191]),
  ...between([taskType, dealType], [216, 215]),
];

export function typesBetween(from: ObjectType, to: ObjectType): readonly AssociationType[] {
  return associationTypes.filter((type) => type.from === from && type.to === to);
}

export function associationType(typeId: number): AssociationType | undefined {
  return associationTypes.find((type) => type.typeId === typeId);
}

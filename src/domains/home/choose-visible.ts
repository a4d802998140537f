import type { OwnerId } from '../../kernel/ids.ts';

/** Whose figures somebody may see on the home page. */
export type Visible =
  | { readonly kind: 'everybody' }
  /** Themselves, where they own deals, and everybody below them. */
  | { readonly kind: 'below'; readonly ownerIds: ReadonlySet<OwnerId>; readonly below: number }
  | { readonly kind: 'self'; readonly ownerIds: ReadonlySet<OwnerId> }
  /** A user who owns nothing and manages nobody. */
  | { readonly kind: 'nobody' };

/** Ops see everybody; anybody else themselves and whoever reports to them, at any depth. A loop is walked once. */
export function chooseVisible({
  viewerId,
  isOps,
  managerOf,
}: {
  readonly viewerId: OwnerId | null;
  readonly isOps: boolean;
  /** Everybody's manager. */
  readonly managerOf: ReadonlyMap<OwnerId, OwnerId | null>;
}): Visible {
  if (isOps) return { kind: 'everybody' };
  if (viewerId === null) return { kind: 'nobody' };
  const reportsOf = Map.groupBy(managerOf.keys(), (ownerId) => managerOf.get(ownerId) ?? null);
  const found = new Set([viewerId]);
  // A set's walk goes on over what is added meanwhile.
  for (const ownerId of found) for (const report of reportsOf.get(ownerId) ?? []) found.add(report);
  return found.size === 1
    ? { kind: 'self', ownerIds: found }
    : { kind: 'below', ownerIds: found, below: found.size - 1 };
}

import type { Portal } from '../portal.ts';
import type { Link } from '../state/associations.ts';
import { associationType, typesBetween, type AssociationType } from './association-types.ts';
import { instantText } from './instant-text.ts';
import type { ObjectType } from './object-types.ts';
import type { ChangeSource } from './stored-record.ts';

export interface Ends {
  readonly from: ObjectType;
  readonly fromId: string;
  readonly to: ObjectType;
  readonly toId: string;
}

/** Ties two records by kinds of association, from both ends. A new primary company takes the place of the old one. */
export function associate(
  portal: Portal,
  { source, types, ...ends }: Ends & { types: readonly AssociationType[]; source: ChangeSource },
): void {
  const { from, fromId, to, toId } = ends;
  const links = portal.state.associations.links(from, fromId, to);
  const known = links.find((link) => link.toId === toId)?.typeIds ?? [];
  const added = types.filter(({ typeId }) => !known.includes(typeId));
  if (added.length === 0) return;
  if (added.some(({ primary }) => primary)) demote(portal, ends, links);
  const typeIds = [...known, ...added.map(({ typeId }) => typeId)];
  keep(portal, ends, typeIds);
  for (const type of added) tell(portal, ends, { removed: false, primary: type.primary, source });
}

/** The kinds that an association without a label has: to the first company also the primary one. */
export function defaultTypes(
  portal: Portal,
  { from, fromId, to }: Omit<Ends, 'toId'>,
): readonly AssociationType[] {
  const known = typesBetween(from, to);
  const links = portal.state.associations.links(from, fromId, to);
  const hasPrimary = links.some(({ typeIds }) => typeIds.some((typeId) => associationType(typeId)?.primary));
  return known.filter(({ primary }) => !primary || (!hasPrimary && to.plural === 'companies'));
}

/** Unties two records. */
export function dissociate(portal: Portal, { source, ...ends }: Ends & { source: ChangeSource }): void {
  const { from, fromId, to, toId } = ends;
  const link = portal.state.associations.links(from, fromId, to).find((known) => known.toId === toId);
  if (!link) return;
  keep(portal, ends, []);
  for (const typeId of link.typeIds) {
    tell(portal, ends, { removed: true, primary: associationType(typeId)?.primary ?? false, source });
  }
}

function demote(portal: Portal, ends: Ends, links: readonly Link[]): void {
  for (const { toId, typeIds } of links) {
    const left = typeIds.filter((typeId) => !associationType(typeId)?.primary);
    if (left.length < typeIds.length) keep(portal, { ...ends, toId }, left);
  }
}

/** Keeps the kinds of one tie at both ends; none unties. */
function keep(portal: Portal, { from, fromId, to, toId }: Ends, typeIds: readonly number[]): void {
  const { associations } = portal.state;
  const [there, back] = [associations.links(from, fromId, to), associations.links(to, toId, from)];
  const inverse = typeIds.map((typeId) => associationType(typeId)?.inverse ?? typeId);
  // Both ends are read before either is written: a copied deal's own list decides what its company is told.
  associations.put(from, fromId, to, replace(there, toId, typeIds));
  associations.put(to, toId, from, replace(back, fromId, inverse));
}

function replace(links: readonly Link[], toId: string, typeIds: readonly number[]): readonly Link[] {
  const others = links.filter((link) => link.toId !== toId);
  return typeIds.length === 0 ? others : [...others, { toId, typeIds }];
}

function tell(
  portal: Portal,
  { from, fromId, to, toId }: Ends,
  rest: { removed: boolean; primary: boolean; source: ChangeSource },
): void {
  const at = instantText(portal.businessClock.now());
  portal.associationChanges.publish({ from, fromId, to, toId, at, ...rest });
  portal.associationChanges.publish({ from: to, fromId: toId, to: from, toId: fromId, at, ...rest });
}

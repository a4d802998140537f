import { associationType } from '../objects/association-types.ts';
import { dealType, type ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { idOfCopy, numberOfCopy, type CopyPlan } from './copy-plan.ts';
import type { Shelf } from './open-storage.ts';

/** One record's tie to another, with the kinds of association between them. */
export interface Link {
  readonly toId: string;
  readonly typeIds: readonly number[];
}

/** Which records belong together; each tie is kept from both ends. */
export interface Associations {
  links(from: ObjectType, fromId: string, to: ObjectType): readonly Link[];
  put(from: ObjectType, fromId: string, to: ObjectType, links: readonly Link[]): void;
}

/** A copied deal has the ties of its template until somebody changes them. */
export function openAssociations(
  held: Shelf<readonly Link[]>,
  copies: { readonly plan: CopyPlan; readonly templates: readonly StoredRecord[] } | null,
): Associations {
  const templateNumbers = new Map(copies?.templates.map(({ id }, t) => [id, t]));

  function ofTemplate(dealId: string, to: ObjectType): readonly Link[] {
    const k = copies ? numberOfCopy(copies.plan, dealId) : -1;
    const template = k < 0 ? undefined : copies?.templates[Math.floor(k / copies.plan.count)];
    return (template && held.get(key(dealType, template.id, to))) ?? [];
  }

  /** The untouched copies of a template that a record at the other end was told to have. */
  function copiesOf({ toId, typeIds }: Link, from: ObjectType): readonly Link[] {
    const t = templateNumbers.get(toId);
    if (t === undefined || !copies) return [{ toId, typeIds }];
    const { plan } = copies;
    const last = Math.min((t + 1) * plan.count, plan.deals);
    const ids = Array.from({ length: Math.max(0, last - t * plan.count) }, (_, copy) =>
      idOfCopy(plan, t * plan.count + copy),
    );
    return ids.filter((id) => !held.get(key(dealType, id, from))).map((id) => ({ toId: id, typeIds }));
  }

  /** From now on a copied deal speaks for itself, so that its other ends must name it too. */
  function standAlone(dealId: string, to: ObjectType): void {
    for (const { toId, typeIds } of ofTemplate(dealId, to)) {
      const own = held.get(key(to, toId, dealType)) ?? [];
      const inverse = typeIds.map((typeId) => associationType(typeId)?.inverse ?? typeId);
      held.put(key(to, toId, dealType), [...own, { toId: dealId, typeIds: inverse }]);
    }
  }

  return {
    links(from, fromId, to) {
      const own = held.get(key(from, fromId, to));
      if (from === dealType) return own ?? ofTemplate(fromId, to);
      return to === dealType ? (own ?? []).flatMap((link) => copiesOf(link, from)) : (own ?? []);
    },
    put(from, fromId, to, links) {
      if (from === dealType && !held.get(key(from, fromId, to))) standAlone(fromId, to);
      const templates = (held.get(key(from, fromId, to)) ?? []).filter(
        ({ toId }) => to === dealType && templateNumbers.has(toId),
      );
      // What still follows from a template stays said by it; only the rest is kept one by one.
      const told = new Set(templates.flatMap((link) => copiesOf(link, from)).map(({ toId }) => toId));
      const single = links.filter(({ toId }) => !told.has(toId));
      held.put(key(from, fromId, to), [...templates, ...single]);
    },
  };
}

function key(from: ObjectType, fromId: string, to: ObjectType): string {
  return `${from.typeId}/${fromId}/${to.typeId}`;
}

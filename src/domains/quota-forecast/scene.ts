import type { Caller, Refusal } from '../../http/index.ts';
import type { Money } from '../../kernel/money.ts';
import { periodAt, type Period } from '../../kernel/period.ts';
import { calendarOf, type Portal } from '../../kernel/portal.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { relateViewer, shareCredit, toDealState } from '../quota/index.ts';
import type { DealState, Person, ViewerRelation } from '../quota/index.ts';
import { describeAudience } from './describe-audience.ts';
import type { Knowledge } from './knowledge/types.ts';
import { listManagers } from './list-managers.ts';
import type { CardDeal, CardFacts, OwnCredit } from './store.ts';

/** Somebody who looks at a deal's card, with everything that their answer is made of. */
export interface CardCaller extends Caller {
  readonly knowledge: Knowledge;
  readonly facts: CardFacts;
  /** Of everybody who shares in the deal, by owner. */
  readonly credit: ReadonlyMap<string, OwnCredit>;
}

/** A deal with the person who looks at it and the person whose standing may be shown. */
export interface Scene {
  readonly portal: Portal;
  readonly knowledge: Knowledge;
  readonly facts: CardFacts;
  readonly credit: ReadonlyMap<string, OwnCredit>;
  readonly deal: CardDeal;
  readonly state: DealState;
  readonly relation: ViewerRelation;
  readonly subject: Person | null;
  readonly viewerId: string | null;
  readonly isOps: boolean;
  readonly isViewer: boolean;
  readonly now: Date;
  readonly present: Period;
}

/** Who stands how to the deal; refused while the portal is being read, and for a deal that it does not have. */
export function setScene(
  { portal, userId, isOps, knowledge, facts, credit }: CardCaller,
  now: Date,
): Result<Scene, Refusal> {
  if (!portal.readyAt) {
    return err({
      code: 'not_ready',
      message: 'Sideline is still reading your deals. This takes a few minutes.',
    });
  }
  const { deal, splits } = facts;
  if (!deal) {
    return err({
      code: 'not_found',
      message: 'Sideline does not know this deal yet. If it is new, try again in a few seconds.',
    });
  }
  const viewerId = knowledge.users.get(userId)?.ownerId ?? null;
  const relation = relateViewer({
    viewerId,
    isOps,
    ownerId: deal.ownerId,
    splitOwnerIds: splits.map((split) => split.ownerId),
    managerOf: knowledge.managerOf,
  });
  const subjectId = relation.viewer === 'colleague' ? null : relation.subjectId;
  return ok({
    portal,
    knowledge,
    facts,
    credit,
    deal,
    state: toDealState(deal, splits, portal.companyCurrency),
    relation,
    subject: subjectId === null ? null : (knowledge.people.get(subjectId) ?? null),
    viewerId,
    isOps,
    isViewer: relation.viewer === 'owner' || relation.viewer === 'splitPartner',
    now,
    present: periodAt(calendarOf(portal), portal.periodKind, now),
  });
}

/** A split partner's forecast is their own part; whoever looks at the deal alone sees all of it. */
export function ownAmount({ state, subject }: Scene): Money | null {
  if (state.amount === null || subject === null || state.splits.length === 0) return state.amount;
  const own = shareCredit(state.amount, state).find(({ ownerId }) => ownerId === subject.ownerId);
  return own?.amount ?? state.amount;
}

/** Who else sees what is shown of this scene. */
export function audienceOf({
  portal,
  knowledge,
  deal,
  relation,
  subject,
  viewerId,
  isOps,
  isViewer,
}: Scene): string {
  const managers = subject ? listManagers(knowledge.people, subject) : [];
  return describeAudience({
    viewer: relation.viewer,
    subjectName: isViewer ? null : (subject?.name ?? null),
    managers: managers.map(({ ownerId, name }) => ({ name, isViewer: ownerId === viewerId })),
    isOps,
    hasOwner: deal.ownerId !== null,
    sharing: portal.sharingLevel,
  });
}

import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { Portal } from '../../kernel/portal.ts';
import type { SplitDeal } from '../../mirror/index.ts';
import { shareCredit } from '../quota/index.ts';
import type { DealState, Person, ViewerRelation } from '../quota/index.ts';
import { describeAudience } from './describe-audience.ts';
import { listManagers } from './list-managers.ts';

/** A deal with the person who looks at it and the person whose standing may be shown. */
export interface Scene {
  readonly portal: Portal;
  readonly found: SplitDeal;
  readonly state: DealState;
  readonly relation: ViewerRelation;
  readonly people: readonly Person[];
  readonly subject: Person | null;
  readonly viewerId: string | null;
  readonly isOps: boolean;
  readonly isViewer: boolean;
  readonly now: Date;
  readonly present: Period;
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
  found,
  relation,
  subject,
  viewerId,
  people,
  isOps,
  isViewer,
}: Scene): string {
  const managers = subject ? listManagers(people, subject) : [];
  return describeAudience({
    viewer: relation.viewer,
    subjectName: isViewer ? null : (subject?.name ?? null),
    managers: managers.map(({ ownerId, name }) => ({ name, isViewer: ownerId === viewerId })),
    isOps,
    hasOwner: found.deal.ownerId !== null,
    sharing: portal.sharingLevel,
  });
}

import type { SharingLevel } from '../../kernel/portal.ts';
import type { ViewerRelation } from '../quota/index.ts';

export interface AudienceQuestion {
  readonly viewer: ViewerRelation['viewer'];
  /** Whose standing is shown; null where it is the viewer's own, and for a colleague. */
  readonly subjectName: string | null;
  /** Everybody above the subject, the nearest first. */
  readonly managers: readonly { readonly name: string; readonly isViewer: boolean }[];
  readonly isOps: boolean;
  readonly hasOwner: boolean;
  readonly sharing: SharingLevel;
}

/** Who else sees this, so that nobody has to wonder. */
export function describeAudience({
  viewer,
  subjectName,
  managers,
  isOps,
  hasOwner,
  sharing,
}: AudienceQuestion): string {
  const shared =
    sharing === 'everyone'
      ? ' Your company also shows attainment as a property to everyone who sees this deal.'
      : '';
  if (viewer === 'colleague') {
    return hasOwner
      ? `You see the deal's own facts. On this card attainment is for its owner, their managers and ops.${shared}`
      : 'This deal has no owner yet, so it counts for nobody.';
  }
  const people = [
    subjectName ?? 'you',
    ...managers.map(({ name, isViewer }) => (isViewer ? 'you' : `${name} (manager)`)),
    isOps ? 'you as ops' : 'ops',
  ];
  return `Seen by ${people.slice(0, -1).join(', ')} and ${people.at(-1) ?? ''}.${shared}`;
}

import type { SharingLevel } from '../../kernel/portal.ts';
import type { ViewerRelation } from '../quota/index.ts';

export interface AudienceQuestion {
  readonly viewer: ViewerRelation['viewer'];
  /** Whose standing is shown; null for a colleague. */
  readonly subjectName: string | null;
  /** The subject's manager; null when nobody is set. */
  readonly manager: { readonly name: string; readonly isViewer: boolean } | null;
  readonly isOps: boolean;
  readonly sharing: SharingLevel;
}

/** Who else sees this, so that nobody has to wonder. */
export function describeAudience(question: AudienceQuestion): string {
  const { viewer, subjectName, manager, isOps, sharing } = question;
  if (viewer === 'colleague') {
    return "You see the deal's own facts. Attainment is shown to its owner, their managers and ops.";
  }
  const self = viewer === 'manager' ? [] : ['you'];
  const subject = viewer === 'manager' && subjectName ? [subjectName] : [];
  const above = manager ? [manager.isViewer ? 'you' : `${manager.name} (manager)`] : [];
  const viewing = viewer === 'manager' && !isOps && !manager?.isViewer ? ['you'] : [];
  const people = [...self, ...subject, ...above, ...viewing, isOps ? 'you as ops' : 'ops'];
  const seen = `Seen by ${people.slice(0, -1).join(', ')} and ${people.at(-1) ?? ''}.`;
  return sharing === 'everyone'
    ? `${seen} Your company also shows attainment as a property to everyone who sees this deal.`
    : seen;
}

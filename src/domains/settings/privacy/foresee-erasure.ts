import type { ErasurePreview } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';

/** What erasing a person takes away, and what stays and why. */
export function foreseeErasure({
  name,
  isActive,
  quotas,
  reports,
  actions,
}: {
  readonly name: string;
  readonly isActive: boolean;
  readonly quotas: number;
  readonly reports: number;
  readonly actions: number;
}): ErasurePreview {
  return {
    name,
    erased: [
      'Name and e-mail address, now and at every later read',
      `${countNoun(quotas, 'quota')}, dates of work, ramp and place in the hierarchy`,
      ...(reports > 0
        ? [`${countNoun(reports, 'person', 'people')} who reported to them report to nobody`]
        : []),
      ...(actions > 0
        ? [`Their name in ${countNoun(actions, 'entry', 'entries')} of the audit log; what was done stays`]
        : []),
      'Roles, and what they asked of Sideline',
      'Coaching notes about them, notes that they kept for themselves, and what they wanted to talk about',
      'Copies of coaching that wait for others and hold something of theirs: send those again',
    ],
    kept: [
      'Deals, and what they count for, under the number that HubSpot gives the owner and without a name: teams would not add up otherwise',
      'Notes that they shared with somebody else: those are that person’s too, and stay without a name',
      'What HubSpot itself holds: delete the user and their goals there, or goals come back as quotas at the next read',
      ...(isActive
        ? ['They are active in HubSpot: from now on they see no figures of their own on a card']
        : []),
    ],
    confirmWith: name,
  };
}

/** What was done when a person was erased. */
export function describeErased(withdrawnCopies: number): string {
  const erased = 'Erased. What HubSpot itself holds is erased there.';
  if (withdrawnCopies === 0) return erased;
  return `${erased} ${countNoun(withdrawnCopies, 'copy', 'copies')} of other people’s coaching held something of theirs and can be opened no more. The audit log says whose: send them again.`;
}

/** What leaving for good takes away. */
export function foreseePortalErasure(name: string): ErasurePreview {
  return {
    name,
    erased: [
      'The connection: Sideline is uninstalled from your HubSpot account',
      'Every deal, person, team and pipeline that Sideline read',
      'Quotas, hierarchy, roles, settings, what was learned, and the audit log',
    ],
    kept: [
      'That this account was erased, and when',
      "What stands in HubSpot: Sideline's properties stay with their last values unless you take them out first",
    ],
    confirmWith: name,
  };
}

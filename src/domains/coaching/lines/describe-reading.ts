import type { LineReading } from '../../../contract/index.ts';
import type { Line } from './store.ts';

/** Who reads one of their lines, as its rep is told; `managerId` is the rep's manager of today, null without one. */
export function describeReading(
  line: Pick<Line, 'managerId' | 'readerId'>,
  managerId: string | null,
  nameOf: (ownerId: string) => string,
): LineReading {
  const isRead = managerId !== null && [line.managerId, line.readerId].includes(managerId);
  if (isRead) return { notice: null, handOn: null };
  const manager = managerId === null ? null : nameOf(managerId);
  const meant = line.managerId === null ? null : `Written for ${nameOf(line.managerId)}, your manager then.`;
  const unread = manager === null ? 'Nobody but you reads it now.' : `${manager} does not read it.`;
  return {
    notice: meant === null ? 'Nobody but you reads it yet.' : `${meant} ${unread}`,
    handOn: managerId === null ? null : { managerId, label: `Let ${manager} read it` },
  };
}

/** Stands under the rep's box. */
export function describeReader(managerName: string | null): string {
  return managerName === null
    ? 'You have no manager in Sideline yet: nobody reads it until you have one and hand it on.'
    : `${managerName} reads it.`;
}

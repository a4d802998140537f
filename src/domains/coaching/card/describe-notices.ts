import type { CoachingCardView, RecordType } from '../../../contract/index.ts';
import { NEUTRAL_SUBJECT } from '../actions/tasks/describe-task.ts';

/** Of what a record is called here. */
export const nameOfRecord = { deal: 'deal', contact: 'contact', meeting: '1:1' } as const;

interface Place {
  readonly recordType: RecordType;
  /** Actions become HubSpot tasks. */
  readonly hasTasks: boolean;
}

/** What a manager who writes about this rep has to know: who else may come to read it. */
export function describeNotices(
  place: Place,
  name: string,
): Pick<CoachingCardView, 'privacy' | 'actionNotice'> {
  return {
    privacy: `Private to you. ${name} may receive a copy if they ask for their data.`,
    actionNotice: describeActionNotice(place, name),
  };
}

/** What a manager has to know who changes a note that its rep reads already. */
export function describeSharedPrivacy(name: string): string {
  return `${name} reads this note. What you change is private to you until you share it; they may receive a copy if they ask for their data.`;
}

function describeActionNotice({ hasTasks, recordType }: Place, name: string): string {
  if (!hasTasks) return `Once shared, ${name} and you see this action, and nobody else.`;
  const neutral = `HubSpot shows a task that says “${NEUTRAL_SUBJECT}”, on no record, and nothing else.`;
  if (recordType === 'meeting') return `Once shared, this action stays between ${name} and you: ${neutral}`;
  return `Once shared, an action of deal coaching becomes a HubSpot task: anyone who can see this ${nameOfRecord[recordType]} or the task can read it. One of skill coaching stays between ${name} and you: ${neutral}`;
}

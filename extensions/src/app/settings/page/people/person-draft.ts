import type { PeopleChangeRequest, SettledPerson } from '../../contract/index.ts';

export type PersonChange = PeopleChangeRequest['changes'][number];

/** What of a person can be changed here, as it stands in the fields. */
export type PersonDraft = Pick<SettledPerson, 'managerId' | 'teamId' | 'startsOn' | 'endsOn' | 'rampMonths'>;

export function draftOf({ managerId, teamId, startsOn, endsOn, rampMonths }: SettledPerson): PersonDraft {
  return { managerId, teamId, startsOn, endsOn, rampMonths };
}

/** Only what differs from how the person stands now; null when nothing does. */
export function changeOf(person: SettledPerson, draft: PersonDraft): PersonChange | null {
  const change: PersonChange = {
    ownerId: person.ownerId,
    ...(draft.managerId !== person.managerId && { managerId: draft.managerId }),
    ...(draft.teamId !== person.teamId && { teamId: draft.teamId }),
    ...(draft.startsOn !== person.startsOn && { startsOn: draft.startsOn }),
    ...(draft.endsOn !== person.endsOn && { endsOn: draft.endsOn }),
    ...(draft.rampMonths !== person.rampMonths && { rampMonths: draft.rampMonths }),
  };
  return Object.keys(change).length === 1 ? null : change;
}

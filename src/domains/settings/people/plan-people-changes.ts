import type { PersonChange } from '../../../contract/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { standsAbove, type Person, type PersonSetting } from '../../quota/index.ts';

/** What is known before the change. */
export interface KnownPeople {
  readonly people: readonly Person[];
  /** What ops said so far; nobody else has a row. */
  readonly settings: readonly PersonSetting[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

export interface PeoplePlan {
  /** The rows to be saved, whole. */
  readonly rows: readonly PersonSetting[];
  /** Everybody's manager, as it would be. */
  readonly managerOf: ReadonlyMap<string, string | null>;
  /** One line a change; nothing for what stays as it is. */
  readonly sentences: readonly string[];
}

export interface ChangeFault {
  readonly message: string;
  readonly field: string;
}

/**
 * What the changes come to, all of them together: two may swap places, which one after the other would be a loop. Refused
 * with the field at fault: somebody unknown, a manager below their own report, an end before its start.
 */
export function planPeopleChanges(
  changes: readonly PersonChange[],
  known: KnownPeople,
): Result<PeoplePlan, ChangeFault> {
  const people = new Map(known.people.map((person) => [person.ownerId, person]));
  const stored = new Map(known.settings.map((setting) => [setting.ownerId, setting]));
  const teams = new Map(known.teams.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === null ? 'nobody' : (people.get(id)?.name ?? id));
  const rows: PersonSetting[] = [];
  const sentences: string[] = [];
  const taken = new Set<string>();

  for (const [index, change] of changes.entries()) {
    const at = (field: string, message: string) => err({ message, field: `changes.${index}.${field}` });
    const person = people.get(change.ownerId);
    if (!person) return at('ownerId', `HubSpot has no owner ${change.ownerId}. Choose somebody of the list.`);
    if (taken.has(change.ownerId))
      return at('ownerId', `${person.name} is changed twice. Keep one of the two.`);
    taken.add(change.ownerId);
    const { managerId, teamId } = change;
    if (managerId === change.ownerId)
      return at('managerId', `${person.name} cannot report to themselves. Choose somebody else, or nobody.`);
    const manager = typeof managerId === 'string' ? people.get(managerId) : null;
    if (manager === undefined || manager?.archived === true)
      return at('managerId', `HubSpot has no active owner ${managerId}. Choose somebody of the list.`);
    if (typeof teamId === 'string' && !teams.has(teamId))
      return at('teamId', `There is no team ${teamId}. Choose one of the list.`);

    const row = { ...(stored.get(change.ownerId) ?? blank(change.ownerId)), ...withoutUndefined(change) };
    if (row.startsOn !== null && row.endsOn !== null && row.endsOn < row.startsOn)
      return at('endsOn', `${person.name} would leave before they start. Correct one of the two days.`);
    if (row.rampMonths > 0 && row.startsOn === null)
      return at('startsOn', `A ramp needs the day it began. Say when ${person.name} starts.`);
    rows.push(toSetting(row));
    sentences.push(...describe(person, row, { nameOf, teams }));
  }

  const managerOf = new Map([
    ...known.people.map((person) => [person.ownerId, person.managerId] as const),
    ...rows.map((row) => [row.ownerId, row.managerId] as const),
  ]);
  for (const [index, { ownerId, managerId }] of changes.entries()) {
    if (typeof managerId !== 'string' || !standsAbove(ownerId, managerId, managerOf)) continue;
    return err({
      message: `${nameOf(managerId)} reports to ${nameOf(ownerId)} already, by some steps; nobody can be above themselves. Choose another manager.`,
      field: `changes.${index}.managerId`,
    });
  }
  return ok({ rows, managerOf, sentences });
}

function describe(
  person: Person,
  row: PersonSetting,
  {
    nameOf,
    teams,
  }: { readonly nameOf: (id: string | null) => string; readonly teams: ReadonlyMap<string, string> },
): string[] {
  const { name } = person;
  const lines: string[] = [];
  if (row.managerId !== person.managerId)
    lines.push(`${name} reports to ${nameOf(row.managerId)} instead of ${nameOf(person.managerId)}.`);
  if (row.teamId !== null && row.teamId !== person.teamId)
    lines.push(`${name} counts in the team ${teams.get(row.teamId) ?? row.teamId}.`);
  if (row.startsOn !== person.startsOn)
    lines.push(
      row.startsOn === null ? `${name} has no first day any more.` : `${name} starts on ${row.startsOn}.`,
    );
  if (row.endsOn !== person.endsOn)
    lines.push(
      row.endsOn === null ? `${name} has no last day any more.` : `${name} leaves on ${row.endsOn}.`,
    );
  if (row.rampMonths !== person.rampMonths)
    lines.push(
      row.rampMonths === 0 ? `${name} does not ramp.` : `${name} ramps over ${row.rampMonths} months.`,
    );
  return lines;
}

const blank = (ownerId: string): PersonSetting => ({
  ownerId,
  teamId: null,
  managerId: null,
  startsOn: null,
  endsOn: null,
  rampMonths: 0,
});

function toSetting({
  ownerId,
  teamId,
  managerId,
  startsOn,
  endsOn,
  rampMonths,
}: PersonSetting): PersonSetting {
  return { ownerId, teamId, managerId, startsOn, endsOn, rampMonths };
}

type Named = { -readonly [Key in keyof PersonSetting]?: PersonSetting[Key] };

/** What is not named stays as it is. */
function withoutUndefined(change: PersonChange): Named {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type {
  PeopleChangeRequest,
  PeoplePreview,
  PeopleRequest,
  PeopleSaveRequest,
  PeopleView,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { digestOf } from '../../../kernel/digest-of.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { directoryOf, dirtyOwnersOf } from '../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { quotasOf, type Person, type PersonSetting, mapManagers } from '../../quota/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { matchesSearch } from '../matches-search.ts';
import { takePage } from '../take-page.ts';
import { compareVisibility } from './compare-visibility.ts';
import { describeVisibility } from './describe-visibility.ts';
import { planPeopleChanges, type KnownPeople } from './plan-people-changes.ts';
import { suggestManagers } from './suggest-managers.ts';

export interface PeopleSettings {
  list(caller: Caller, request: PeopleRequest): Promise<Result<PeopleView, Refusal>>;
  /** What changes would do, to whom and before whose eyes; changes nothing. */
  preview(caller: Caller, request: PeopleChangeRequest): Promise<Result<PeoplePreview, Refusal>>;
  /** Does what a preview showed, and only that. */
  save(caller: Caller, request: PeopleSaveRequest): Promise<Result<PeoplePreview, Refusal>>;
}

const PEOPLE_A_PAGE = 100;

export function createPeopleSettings(deps: SettingsDependencies): PeopleSettings {
  return {
    async list({ portal }, { search, after }) {
      const people = await quotasOf(deps.db, portal.id).listPeople();
      const teams = await directoryOf(deps.db, portal.id).listTeams();
      const suggested = suggestManagers(people, teams);
      const nameOf = namer(people);
      const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
      const byName = people.toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
      const active = byName.filter(({ archived }) => !archived);
      const found = [...active, ...byName.filter(({ archived }) => archived)].filter((person) =>
        matchesSearch(search, [person.name, person.email]),
      );
      const page = takePage(found, after, PEOPLE_A_PAGE);
      const nullableName = (id: string | null) => (id === null ? null : nameOf(id));
      return ok({
        total: found.length,
        people: page.items.map((person) => {
          const suggestedManagerId = suggested.get(person.ownerId) ?? null;
          return {
            ownerId: person.ownerId,
            name: person.name,
            email: person.email,
            isActive: !person.archived,
            hasUser: person.userId !== null,
            teamId: person.teamId,
            teamName: teamNames.get(person.teamId ?? '') ?? null,
            managerId: person.managerId,
            managerName: nullableName(person.managerId),
            suggestedManagerId,
            suggestedManagerName: nullableName(suggestedManagerId),
            startsOn: person.startsOn,
            endsOn: person.endsOn,
            rampMonths: person.rampMonths,
          };
        }),
        after: page.after,
        teams: teams.map((team) => ({
          ...team,
          people: active.filter(({ teamId }) => teamId === team.id).length,
        })),
        managers: active.map(({ ownerId, name }) => ({ ownerId, name })),
        withoutManager: active.filter(({ managerId }) => managerId === null).length,
        suggestions: suggested.size,
      });
    },

    async preview({ portal }, { changes }) {
      const planned = plan(changes, await readKnown(deps.db, portal.id));
      return planned.ok ? ok(planned.value.preview) : planned;
    },

    async save({ portal, userId }, { changes, digest }) {
      const saved = await inTransaction(deps.db, async (trx) => {
        const planned = plan(changes, await readKnown(trx, portal.id));
        if (!planned.ok) return planned;
        const { rows, preview } = planned.value;
        if (preview.digest !== digest) return err(otherByNow);
        await quotasOf(trx, portal.id).savePeople(rows);
        await auditOf(trx, portal.id).add({
          at: deps.realClock.now(),
          userId,
          action: 'change people',
          details: { people: rows },
        });
        await dirtyOwnersOf(trx, portal.id).markEverybody();
        return ok(preview);
      });
      if (saved.ok) await deps.queue.send('work-portal', { portalId: portal.id });
      return saved;
    },
  };
}

const otherByNow: Refusal = {
  code: 'bad_request',
  message:
    'Something has changed since you looked, so this would do something else by now. Look again, then save.',
  field: 'digest',
};

async function readKnown(db: Kysely<Tables>, portalId: number): Promise<KnownPeople> {
  return {
    people: await quotasOf(db, portalId).listPeople(),
    settings: await quotasOf(db, portalId).listSettings(),
    teams: await directoryOf(db, portalId).listTeams(),
  };
}

function plan(
  changes: PeopleChangeRequest['changes'],
  known: KnownPeople,
): Result<{ readonly rows: readonly PersonSetting[]; readonly preview: PeoplePreview }, Refusal> {
  const planned = planPeopleChanges(changes, known);
  if (!planned.ok) return err({ code: 'bad_request', ...planned.failure });
  const { rows, managerOf, sentences } = planned.value;
  const people = new Map(known.people.map((person) => [person.ownerId, person]));
  const before = mapManagers(known.people);
  const { gained, lost } = compareVisibility(before, managerOf);
  const words = {
    nameOf: namer(known.people),
    canLook: (ownerId: string) => {
      const person = people.get(ownerId);
      return person !== undefined && !person.archived && person.userId !== null;
    },
  };
  const shown = {
    changes: [...sentences],
    becomesVisible: describeVisibility(gained, { ...words, will: 'will see' }),
    noLongerVisible: describeVisibility(lost, { ...words, will: 'will no longer see' }),
    remarks: [
      'Ops see every figure already.',
      'This is about figures from today on; nothing that somebody wrote before opens to anybody else.',
    ],
  };
  const digest = digestOf([rows, shown]);
  return ok({ rows, preview: { digest, ...shown } });
}

function namer(people: readonly Person[]): (ownerId: string) => string {
  const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
  return (ownerId) => names.get(ownerId) ?? `Owner ${ownerId}`;
}

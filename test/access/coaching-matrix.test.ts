import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { sql } from 'kysely';
import { createLog } from '../../src/commands/log.ts';
import type { RubricRef } from '../../src/contract/index.ts';
import { rubricsOf, starterRubric } from '../../src/domains/coaching/index.ts';
import { forPortal as pulseOf } from '../../src/domains/coaching/pulse/store.ts';
import { quotasOf } from '../../src/domains/quota/index.ts';
import type { SignedRoute } from '../../src/http/index.ts';
import { objectTypes } from '../../src/sandbox/portal/objects/object-types.ts';
import { inTransaction } from '../../src/store/index.ts';
import { people } from '../support/small-company.ts';
import { startService, type TestService } from '../support/start-service.ts';
import { beginCalibration } from './begin-calibration.ts';
import { cases, isCoaching, type Relation, type Role, type Subject } from './coaching-cases.ts';
import { inputOf, knock } from './knock.ts';
import { copyPortal, foreign, snapshot } from './second-portal.ts';

type Name = keyof typeof people;
/** Stands in every text that is written here; the rest says whose it is and of what kind. */
const MARK = 'zanzibar';
/** A word of health, of which an author is warned. */
const HEALTH = 'chemotherapy';
const NEVER = '99999999999';

//   eva ─ maria ─ ana, ben        dan ─ cleo        olga is ops, and manages nobody
const managerOf: Partial<Record<Name, Name>> = {
  ana: 'maria',
  ben: 'maria',
  maria: 'eva',
  cleo: 'dan',
};
const subjects: readonly Name[] = ['ana', 'ben', 'maria', 'cleo'];
const dealOf: Partial<Record<Name, string>> = { ana: '7001', ben: '7004', maria: '7010', cleo: '7006' };
const askers: readonly { role: Role; name: Name | null; userId: number }[] = [
  { role: 'rep', name: 'ana', userId: people.ana.userId },
  { role: 'manager', name: 'maria', userId: people.maria.userId },
  { role: 'director', name: 'eva', userId: people.eva.userId },
  { role: 'nobody', name: null, userId: 999_999 },
  { role: 'ops', name: 'olga', userId: people.olga.userId },
];

function relate(asker: Name | null, subject: Name): Relation {
  if (asker === subject) return 'own';
  const manager = managerOf[subject];
  if (asker === null || manager === undefined) return 'other team';
  if (manager === asker) return 'report';
  if (managerOf[manager] === asker) return 'report of a report';
  return managerOf[asker] === manager ? 'peer' : 'other team';
}

/** Whether somebody may read a text of this kind about a rep. */
function mayRead(asker: Name | null, subject: Name, kind: string): boolean {
  const relation = relate(asker, subject);
  if (['private', 'draft', 'edit'].includes(kind)) return relation === 'report';
  if (kind === 'begun') return relation === 'own';
  if (kind === 'line') return ['own', 'report'].includes(relation);
  return relation === 'own' || relation === 'report';
}

let service: TestService;
let metrics: string;
let logged = '';
let ids: Map<Name, Subject>;
let rubric: RubricRef;
const answers: string[] = [];

const ask = async (userId: number, route: Pick<SignedRoute, 'method' | 'path'>, input: object) => {
  const { status, text } = await knock(service, { ...inputOf(route, input), asker: { userId } });
  return { status, text };
};
const post = async (name: Name, path: string, input: object): Promise<{ noteId: string }> => {
  const { status, text } = await ask(people[name].userId, { method: 'POST', path }, input);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as { noteId: string };
};

beforeAll(async () => {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  metrics = `http://localhost:${port}/metrics`;
  const log = createLog('info', { write: (line) => void (logged += line) });
  log.level = 'trace';
  service = await startService({}, { log, metricsPort: port });
  await service.connect();
  const rest = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(db(), service.portalId).savePeople(
    Object.entries(managerOf).map(([name, manager]) => ({
      ...{ ownerId: people[name as Name].ownerId, managerId: people[manager].ownerId },
      ...rest,
    })),
  );
  await inTransaction(db(), (trx) => pulseOf(trx, service.portalId).switch(true));
  rubric = (await rubricsOf(db(), service.portalId).begin(starterRubric, new Date()))!;
  ids = new Map();
  for (const name of subjects) ids.set(name, await write(name));
  await copyPortal(db(), service.portalId);
}, 240_000);
afterAll(() => service.stop(), 60_000);

const db = () => service.sideline.database.db;
const coachingRoutes = () => service.sideline.routes.filter(({ path }) => isCoaching(path));
const caseOf = ({ method, path }: SignedRoute) => cases[`${method} ${path}`];

/** A scored and shared note with an action and a reply, a private note, a draft, a change that is begun, a line, and one that is begun, each marked; a calibration. */
async function write(name: Name): Promise<Subject> {
  const manager = managerOf[name]!;
  const { ownerId } = people[name];
  const record = { recordType: 'deal', recordId: dealOf[name]! };
  const text = (kind: string) => `${MARK}-${name}-${kind}`;
  const note = (state: string) => ({
    ...{ ...record, ownerId, noteId: null, version: 0, state },
    content: {
      topic: 'skill',
      text: { form: 'grow', goal: text(state), reality: HEALTH, options: '', will: '' },
      promises: [{ text: text('promise'), doer: 'rep', dueOn: '2026-12-01' }],
      scoring: { ...rubric, levels: [{ skillId: 'discovery', level: 2 }] },
    },
  });
  const { noteId: sharedId } = await post(manager, '/cards/coaching/note', note('shared'));
  const { noteId: privateId } = await post(manager, '/cards/coaching/note', note('private'));
  await post(manager, '/cards/coaching/note', note('draft'));
  await post(manager, '/cards/coaching/note/edit', {
    ...{ noteId: sharedId, version: 0, noteVersion: 1, seenPromises: [], content: note('edit').content },
  });
  await post(name, '/cards/coaching/note/addendum', { noteId: sharedId, text: text('addendum') });
  await post(name, '/cards/coaching/line', { ...record, text: text('line') });
  const place = { kind: 'line', ...record };
  await post(name, '/cards/coaching/draft', { place, version: 0, text: text('begun') });
  const find = async (table: 'coaching_action' | 'coaching_line') =>
    (await db().selectFrom(table).select('id').where('rep_id', '=', ownerId).executeTakeFirstOrThrow()).id;
  const policy = await ask(people.olga.userId, { method: 'GET', path: '/settings/coaching/policy' }, {});
  const { rules, ...chosen } = JSON.parse(policy.text) as { rules: { ruleId: string; isOn: boolean }[] };
  return {
    ownerId,
    dealId: record.recordId,
    sharedId,
    privateId,
    actionId: await find('coaching_action'),
    lineId: await find('coaching_line'),
    managerId: people[manager].ownerId,
    rubricId: rubric.rubricId,
    calibrationId: await beginCalibration(db(), service.portalId, {
      ...{ directorId: people.eva.ownerId, managerId: people[manager].ownerId },
      ...{ repId: ownerId, dealId: record.recordId, ...rubric },
    }),
    policy: { ...chosen, rules: rules.map(({ ruleId, isOn }) => ({ ruleId, isOn })) },
  };
}

/** The same of the other portal, or ids that nobody ever had. */
const renamed = (subject: Subject, rename: (id: string) => string): Subject => ({
  ...(Object.fromEntries(
    Object.entries(subject).map(([key, id]) => [key, typeof id === 'string' ? rename(id) : id]),
  ) as unknown as Subject),
});

/** Marks in a text that this person may not read. */
function leaks(text: string, asker: Name | null): string[] {
  const found = text.match(new RegExp(`${MARK}-\\w+-\\w+`, 'g')) ?? [];
  return found.filter((mark) => {
    const [, subject = '', kind = ''] = mark.split('-');
    return !mayRead(asker, subject as Name, kind);
  });
}

test('every route of coaching has its case, and every case its route', () => {
  const known = coachingRoutes().map(({ method, path }) => `${method} ${path}`);
  expect(known.sort()).toEqual(Object.keys(cases).sort());
});

// Ops are asked last: from then on copies wait.
describe.each(askers)('$role', ({ role, name, userId }) => {
  test.each([...subjects.map((subject) => [subject] as const), ['of another portal'] as const])(
    'asks about %s',
    async (whom) => {
      const isForeign = whom === 'of another portal';
      const subject = ids.get(isForeign ? 'ana' : whom)!;
      const asked = isForeign ? renamed(subject, (id) => `${foreign}${id}`) : subject;
      const relation = isForeign ? 'other portal' : relate(name, whom);
      for (const route of coachingRoutes()) {
        const { input, status } = caseOf(route)!;
        const what = `${role} asks ${route.method} ${route.path} about ${whom} (${relation})`;
        const answer = await ask(userId, route, input(asked));
        answers.push(answer.text);
        const expected = [status(relation, role)].flat();
        expect([what, answer.text, expected.includes(answer.status)]).toEqual([what, answer.text, true]);
        expect([what, leaks(answer.text, name)]).toEqual([what, []]);
        if (answer.status !== 404) continue;
        // A guessed id is answered like one that never was.
        const never = await ask(userId, route, input(renamed(subject, () => NEVER)));
        expect([what, never]).toEqual([what, answer]);
      }
    },
  );
});

test('those for whom it is written did read it, so that the search above would have found it', () => {
  const seen = new Set(answers.join().match(new RegExp(`${MARK}-\\w+-\\w+`, 'g')));
  for (const kind of ['shared', 'private', 'draft', 'edit', 'addendum', 'promise', 'line', 'begun'])
    expect([kind, seen.has(`${MARK}-ana-${kind}`)]).toEqual([kind, true]);
  expect(seen.has(`${MARK}-cleo-shared`)).toBe(false);
});

test('a copy that ops sent opens for the person alone, and says nothing of anybody else', async () => {
  const route = { method: 'GET', path: '/settings/about-me/copy' } as const;
  for (const subject of subjects) {
    const { text } = await ask(people[subject].userId, route, {});
    expect(text).toContain(`${MARK}-${subject}-private`);
    const about = [...subjects].filter((each) => each !== subject && managerOf[each] !== subject);
    for (const each of about)
      expect([subject, each, text.includes(`${MARK}-${each}`)]).toEqual([subject, each, false]);
  }
  for (const userId of [people.olga.userId, people.dan.userId, people.eva.userId, 999_999])
    expect((await ask(userId, route, {})).status).toBe(404);
});

test('no log line, audit entry, answered request, job, metric, row or HubSpot object holds a word of it', async () => {
  await service.settled();
  const isMarked = (text: string) => text.includes(MARK) || text.includes(HEALTH);
  const found: [string, boolean][] = [['log', isMarked(logged)]];
  const tables = await snapshot(db());
  for (const [table, rows] of Object.entries(tables)) found.push([table, isMarked(rows.join())]);
  const { rows: jobs } = await sql<{
    text: string;
  }>`select to_jsonb(job)::text as text from pgboss.job job`.execute(db());
  found.push(['jobs', isMarked(jobs.map(({ text }) => text).join())]);
  found.push(['metrics', isMarked(await (await fetch(metrics)).text())]);
  for (const type of objectTypes) {
    const records = [...service.portal.state.records(type).values()];
    found.push([`HubSpot ${JSON.stringify(type)}`, isMarked(JSON.stringify(records))]);
  }
  expect(found.filter(([, isFound]) => isFound)).toEqual([]);
  expect(found.length).toBeGreaterThan(40);
  expect(logged.split('\n').length).toBeGreaterThan(500);
  expect(jobs.length).toBeGreaterThan(0);
  expect(Object.keys(tables)).toEqual(
    expect.arrayContaining(['audit_entry', 'answered_request', 'coaching_note']),
  );
});

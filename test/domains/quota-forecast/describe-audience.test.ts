import {
  describeAudience,
  type AudienceQuestion,
} from '../../../src/domains/quota-forecast/describe-audience.ts';
import { listManagers } from '../../../src/domains/quota-forecast/list-managers.ts';

const maria = { name: 'Maria Ruiz', isViewer: false };
const ask = (change: Partial<AudienceQuestion>) =>
  describeAudience({
    viewer: 'owner',
    subjectName: null,
    managers: [maria],
    isOps: false,
    hasOwner: true,
    sharing: 'team',
    ...change,
  });

test.each<[string, Partial<AudienceQuestion>, string]>([
  ['an owner', {}, 'Seen by you, Maria Ruiz (manager) and ops.'],
  ['an owner without a manager', { managers: [] }, 'Seen by you and ops.'],
  ['an owner who is ops', { isOps: true }, 'Seen by you, Maria Ruiz (manager) and you as ops.'],
  [
    'a manager',
    { viewer: 'manager', subjectName: 'Ana Ruiz', managers: [{ ...maria, isViewer: true }] },
    'Seen by Ana Ruiz, you and ops.',
  ],
  [
    'ops',
    { viewer: 'manager', subjectName: 'Ana Ruiz', isOps: true },
    'Seen by Ana Ruiz, Maria Ruiz (manager) and you as ops.',
  ],
  [
    'where the properties say it to everybody',
    { sharing: 'everyone' },
    'Seen by you, Maria Ruiz (manager) and ops. Your company also shows attainment as a property to everyone who sees this deal.',
  ],
  [
    'a colleague, whatever is shared',
    { viewer: 'colleague', sharing: 'everyone' },
    "You see the deal's own facts. On this card attainment is for its owner, their managers and ops. Your company also shows attainment as a property to everyone who sees this deal.",
  ],
])('who sees it, told to %s', (_case, change, expected) => {
  expect(ask(change)).toBe(expected);
});

test('everybody above is listed, the nearest first, but nobody who has left and nobody twice', () => {
  const person = (ownerId: string, managerId: string | null, archived = false) => ({
    ownerId,
    name: ownerId,
    managerId,
    archived,
  });
  const ana = person('ana', 'maria');
  const people = [ana, person('maria', 'nora'), person('nora', 'dora', true), person('dora', null)];
  const names = (list: typeof people, of = ana) =>
    listManagers(new Map(list.map((each) => [each.ownerId, each])), of).map(({ name }) => name);
  expect(names(people)).toEqual(['maria', 'dora']);
  expect(names([ana])).toEqual([]);
  expect(names([ana, person('maria', 'nora'), person('nora', 'maria')])).toEqual(['maria', 'nora']);
  const loop = person('ana', 'maria');
  expect(names([loop, person('maria', 'ana')], loop)).toEqual(['maria']);
});

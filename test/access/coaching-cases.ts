import { starterRubric } from '../../src/domains/coaching/index.ts';

/** Who asks, and how the person whom it is about stands to them. */
export type Relation = 'own' | 'report' | 'report of a report' | 'peer' | 'other team' | 'other portal';
export type Role = 'rep' | 'manager' | 'director' | 'ops' | 'nobody';

/** What was written about one rep, with the ids by which it may be guessed. */
export interface Subject {
  readonly ownerId: string;
  readonly dealId: string;
  readonly sharedId: string;
  readonly privateId: string;
  readonly actionId: string;
  readonly lineId: string;
  readonly managerId: string;
  /** By which the shared note is scored, in its first version. */
  readonly rubricId: string;
  /** In which the rep's manager was asked to score their deal. */
  readonly calibrationId: string;
  /** What a 1:1 policy says now, for a save that changes nothing. */
  readonly policy: object;
}

type Expected = number | readonly number[];

export interface Case {
  readonly input: (subject: Subject) => object;
  /** The status that the rule demands. */
  readonly status: (relation: Relation, role: Role) => Expected;
}

const above = (relation: Relation): boolean => relation === 'report' || relation === 'report of a report';
const ifOps = (_relation: Relation, role: Role): number => (role === 'ops' ? 200 : 403);
const ifOpsKnow = (relation: Relation, role: Role): number =>
  role !== 'ops' ? 403 : relation === 'other portal' ? 404 : 200;
const ifAuthor = (status: number) => (relation: Relation) => (relation === 'report' ? status : 404);
const ifRep = (relation: Relation): number => (relation === 'own' ? 200 : 404);
const ifManager = (relation: Relation): number => (relation === 'report' ? 200 : 404);
const ifOwner = (_relation: Relation, role: Role): number => (role === 'nobody' ? 403 : 200);
const ifDirector = (_relation: Relation, role: Role): number =>
  role === 'director' || role === 'ops' ? 200 : 403;
const nothing = () => ({});
const beside = ({ dealId }: Subject) => ({ recordType: 'deal', recordId: dealId });
const named = ({ ownerId }: Subject) => ({ ownerId });
const levels = [{ skillId: 'discovery', level: 3 }];
const content = {
  topic: 'skill',
  text: { form: 'free', text: 'asked by the matrix' },
  promises: [],
};

/**
 * Every route of coaching: what is asked about a subject, and by whom it may be. Notes about a rep were written by their
 * direct manager. A route without a line here fails the matrix.
 */
export const cases: Readonly<Record<string, Case>> = {
  'GET /cards/coaching': { input: beside, status: (relation) => (relation === 'other portal' ? 404 : 200) },
  'POST /cards/coaching/note': {
    input: (subject) => ({
      ...{ ...beside(subject), ...named(subject), noteId: null, version: 0, state: 'private', content },
    }),
    // A draft of the author's stands there already, at another version.
    status: (relation) => (relation === 'report' ? 409 : above(relation) ? 200 : 404),
  },
  'POST /cards/coaching/note/discard': {
    input: ({ privateId }) => ({ noteId: privateId, version: 99 }),
    status: ifAuthor(409),
  },
  'POST /cards/coaching/note/edit': {
    input: ({ sharedId }) => ({
      ...{ noteId: sharedId, version: 999_999, noteVersion: 1, seenPromises: [], content },
    }),
    // A change of the author's is begun there already, at another version.
    status: ifAuthor(409),
  },
  'POST /cards/coaching/note/edit/discard': {
    input: ({ sharedId }) => ({ noteId: sharedId, version: 999_999 }),
    status: ifAuthor(409),
  },
  'POST /cards/coaching/note/acknowledge': {
    input: ({ sharedId }) => ({ noteId: sharedId, version: 1, answer: 'seen' }),
    status: ifRep,
  },
  'POST /cards/coaching/note/addendum': {
    input: ({ sharedId }) => ({ noteId: sharedId, text: 'added by the matrix' }),
    status: (relation) => (relation === 'own' || relation === 'report' ? 200 : 404),
  },
  'POST /cards/coaching/note/self-score': {
    input: ({ sharedId }) => ({ noteId: sharedId, version: 1, levels }),
    status: ifRep,
  },
  // Nobody here has had another manager before.
  'POST /cards/coaching/handover': { input: () => ({ record: null }), status: () => 404 },
  'POST /cards/coaching/handover/take-back': { input: () => ({ record: null }), status: () => 404 },
  'POST /cards/coaching/risk': {
    // A reason that the deal does not show: its owner is told so, in the same words as everybody else.
    input: ({ dealId }) => ({ dealId, reason: 'noSuchReason', isWrong: true }),
    status: () => 404,
  },
  'POST /cards/coaching/draft': {
    input: ({ sharedId }) => ({
      place: { kind: 'addendum', noteId: sharedId },
      version: 0,
      text: 'begun by the matrix',
    }),
    status: (relation) => (relation === 'own' || relation === 'report' ? 200 : 404),
  },
  'POST /cards/coaching/line': {
    input: (subject) => ({ ...beside(subject), text: 'wanted by the matrix' }),
    status: (relation, role) => (role === 'nobody' ? 403 : relation === 'other portal' ? 404 : 200),
  },
  'POST /cards/coaching/line/hand-on': {
    input: ({ lineId, managerId }) => ({ lineId, managerId }),
    status: ifRep,
  },
  'POST /cards/coaching/line/withdraw': { input: ({ lineId }) => ({ lineId }), status: ifRep },
  'POST /cards/coaching/action/tick': {
    input: ({ actionId }) => ({ actionId, isDone: true }),
    status: ifRep,
  },
  'GET /home/coaching': { input: nothing, status: ifOwner },
  'GET /home/coaching/waiting': { input: nothing, status: ifOwner },
  'GET /home/coaching/meeting': {
    input: ({ ownerId }) => ({ repId: ownerId }),
    status: (relation, role) =>
      role === 'nobody' ? 403 : relation === 'own' || relation === 'report' ? 200 : 404,
  },
  'POST /home/coaching/meeting/hold': {
    input: ({ ownerId }) => ({
      ...{ repId: ownerId, number: 1, heldOn: '2026-11-24', minutes: 30, kind: 'deal', attendance: 'both' },
      ...{ discussedLineIds: [], discussedRequestIds: [] },
    }),
    status: ifManager,
  },
  'POST /home/coaching/meeting/change': {
    input: ({ ownerId }) => ({ repId: ownerId, dueOn: '2020-01-01', moveTo: null }),
    status: ifAuthor(409),
  },
  'POST /home/coaching/meeting/cadence': {
    input: ({ ownerId }) => ({ repId: ownerId, cadence: 'weekly' }),
    status: ifManager,
  },
  'GET /home/coaching/calibration': { input: nothing, status: () => 200 },
  'POST /home/coaching/calibration/start': {
    // The same manager twice is too few; whoever does not have them below learns only that there is no such manager.
    input: ({ ownerId, dealId, rubricId }) => ({ dealId, rubricId, managerIds: [ownerId, ownerId] }),
    status: (relation, role) => (relation === 'report' && role === 'director' ? 400 : 404),
  },
  'POST /home/coaching/calibration/score': {
    input: ({ calibrationId }) => ({ calibrationId, levels }),
    status: ifManager,
  },
  'GET /home/coaching/impact': { input: nothing, status: ifDirector },
  'POST /home/coaching/impact': { input: () => ({ metric: 'winRate' }), status: ifDirector },
  'GET /home/coaching/pulse': { input: nothing, status: ifOwner },
  'POST /home/coaching/pulse': { input: () => ({ change: 'revoke' }), status: ifOwner },
  'POST /home/coaching/pulse/topic': { input: () => ({ topic: 'growth' }), status: ifOwner },
  'GET /settings/coaching/pulse': { input: nothing, status: ifOps },
  'POST /settings/coaching/pulse': { input: () => ({ isOn: true }), status: ifOps },
  'GET /settings/coaching/rubrics': { input: nothing, status: ifOps },
  'POST /settings/coaching/rubrics': {
    input: () => ({ rubricId: null, version: 0, rubric: starterRubric }),
    status: ifOps,
  },
  'POST /settings/coaching/rubrics/withdraw': {
    input: ({ rubricId }) => ({ rubricId, version: 1 }),
    status: ifOpsKnow,
  },
  'GET /settings/coaching/policy': { input: nothing, status: ifOps },
  'POST /settings/coaching/policy': { input: ({ policy }) => policy, status: ifOps },
  'GET /settings/coaching/retention': { input: nothing, status: ifOps },
  'POST /settings/coaching/retention': { input: () => ({ months: null }), status: ifOps },
  'GET /settings/people/copy': { input: named, status: ifOpsKnow },
  'POST /settings/people/copy': { input: named, status: ifOpsKnow },
  'GET /settings/about-me/copy': { input: nothing, status: () => 404 },
  'GET /settings/about-me': { input: nothing, status: () => 200 },
  'GET /settings/about-me/export': {
    input: nothing,
    status: (_relation, role) => (role === 'nobody' ? 404 : 200),
  },
  'GET /settings/export/person': { input: named, status: ifOpsKnow },
  'GET /settings/export/portal': { input: nothing, status: ifOps },
};

/** Routes that touch what is held in coaching; every one of them needs a case. */
export const isCoaching = (path: string): boolean =>
  /coaching|rubric|scor|draft|calibrat|pulse|impact|agenda|meeting|about-me|copy|export/.test(path);

import { money } from '../../src/kernel/money.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { answeredOf, auditOf, rolesOf } from '../../src/access/index.ts';
import { forPortal as coachingActionsOf } from '../../src/domains/coaching/actions/store.ts';
import { forPortal as agendasOf } from '../../src/domains/coaching/agenda/store.ts';
import { forPortal as completionOf } from '../../src/domains/coaching/actions/completion/store.ts';
import { forPortal as actionTasksOf } from '../../src/domains/coaching/actions/tasks/store.ts';
import { forPortal as heldCoachingOf } from '../../src/domains/coaching/held/store.ts';
import { forPortal as impactOf } from '../../src/domains/coaching/impact/store.ts';
import { forPortal as draftsOf } from '../../src/domains/coaching/drafts/store.ts';
import { forPortal as sealedDraftsOf } from '../../src/domains/coaching/drafts/sealed/store.ts';
import { forPortal as coachingLinesOf } from '../../src/domains/coaching/lines/store.ts';
import { forPortal as meetingsOf } from '../../src/domains/coaching/meetings/store.ts';
import { forPortal as copiesOf } from '../../src/domains/coaching/copy/store.ts';
import { forPortal as handoversOf } from '../../src/domains/coaching/handover/store.ts';
import { forPortal as retentionOf } from '../../src/domains/coaching/retention/store.ts';
import { forPortal as mergedContactsOf } from '../../src/domains/coaching/merged/contacts/store.ts';
import { forPortal as mergedCoachingOf } from '../../src/domains/coaching/merged/store.ts';
import { forPortal as coachingPropertiesOf } from '../../src/domains/coaching/properties/store.ts';
import { forPortal as choicesOf } from '../../src/install/properties/choices/store.ts';
import { forPortal as coachingRequestsOf } from '../../src/domains/coaching/requests/store.ts';
import { forPortal as coachingNotesOf } from '../../src/domains/coaching/notes/store.ts';
import { forPortal as overviewOf } from '../../src/domains/coaching/overview/store.ts';
import { forPortal as pulseAnswersOf } from '../../src/domains/coaching/pulse/answers/store.ts';
import { forPortal as pulseOf } from '../../src/domains/coaching/pulse/store.ts';
import { forPortal as remindersOf } from '../../src/domains/coaching/reminders/store.ts';
import { forPortal as waitingOf } from '../../src/domains/coaching/waiting/store.ts';
import { forPortal as policyOf } from '../../src/domains/coaching/policy/store.ts';
import { forPortal as risksOf } from '../../src/domains/coaching/risks/store.ts';
import { forPortal as calibrationsOf } from '../../src/domains/coaching/calibration/store.ts';
import { forPortal as scoringsOf } from '../../src/domains/coaching/rubric/scorings/store.ts';
import { forPortal as rubricsOf } from '../../src/domains/coaching/rubric/store.ts';
import { starterRubric } from '../../src/domains/coaching/rubric/starter-rubric.ts';
import { forPortal as forecastOf } from '../../src/domains/forecast/store.ts';
import { forPortal as homeOf } from '../../src/domains/home/store.ts';
import { forPortal as cardsOf } from '../../src/domains/quota-forecast/store.ts';
import { forPortal as reportsOf } from '../../src/domains/quota/reports/store.ts';
import { forPortal as quotasOf, type StoredQuota } from '../../src/domains/quota/store.ts';
import { forPortal as featuresOf } from '../../src/install/features/store.ts';
import { forPortal as portalKeyOf } from '../../src/install/portal-key/store.ts';
import { forPortal as turnsOf } from '../../src/install/renewal/store.ts';
import { createSealer } from '../../src/install/seal.ts';
import { forPortal as statedOf } from '../../src/domains/settings/calendar/store.ts';
import { forPortal as gapsOf } from '../../src/domains/settings/data-quality/store.ts';
import { forPortal as heldOf } from '../../src/domains/settings/privacy/store.ts';
import { forPortal as setupOf } from '../../src/domains/settings/setup/store.ts';
import { forPortal as healthOf } from '../../src/domains/settings/sync/store.ts';
import { forPortal as sumsOf } from '../../src/domains/quota/sums/store.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { forPortal as erasingOf } from '../../src/install/erasing/store.ts';
import { forPortal as conflictsOf } from '../../src/install/properties/store.ts';
import { forPortal as applyingTo } from '../../src/mirror/applying/store.ts';
import { forPortal as dealsOf } from '../../src/mirror/deals/store.ts';
import { forPortal as directoryOf } from '../../src/mirror/directory/store.ts';
import { forPortal as dirtyOwnersOf } from '../../src/mirror/dirty/store.ts';
import { forPortal as dealOwnersOf } from '../../src/mirror/owners/store.ts';
import { forPortal as storedOf } from '../../src/mirror/stored/store.ts';
import { forPortal as pausesOf } from '../../src/pacing/pauses/store.ts';
import { forPortal as pacingOf } from '../../src/pacing/store.ts';
import type { OpenDatabase, Tables } from '../../src/store/index.ts';
import { forPortal as backfillOf } from '../../src/sync/backfill/store.ts';
import { newPart } from '../../src/sync/backfill/part.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { forPortal as outboxOf } from '../../src/sync/outbox/store.ts';
import { forPortal as progressOf } from '../../src/sync/progress/store.ts';
import { forPortal as reconciliationOf } from '../../src/sync/reconcile/store.ts';
import { forPortal as writtenOf } from '../../src/sync/written/store.ts';
import { creditedDeal, wonFacts } from '../support/mirrored-deals.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
/** What each reading says of the first portal before there is a second. */
const alone = new Map<string, unknown>();
beforeAll(async () => {
  store = await openTestStore();
  await fill(1);
  for (const [name, open, run] of all('readings')) alone.set(name, await run?.(open(store.db, 1), 1));
  await fill(2);
});
afterAll(async () => {
  await store.close();
});

type Door = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;
type Cases<D> = { readonly [Name in keyof D]: (door: D, portalId: number) => Promise<unknown> };

/** Every function of a door is either a reading or a change, and has a case here. */
interface DoorCases<D> {
  readonly open: (db: Kysely<Tables>, portalId: number) => D;
  readonly readings: Partial<Cases<D>>;
  readonly changes: Partial<Cases<D>>;
}
const door = <D>(cases: DoorCases<D>): DoorCases<Door> => cases as unknown as DoorCases<Door>;

const at = new Date('2026-11-24T10:00:00Z');
const tokens = (of: string) => ({ access: `access ${of}`, refresh: `refresh ${of}`, expiresAt: at });
const quota = (amountMinor: number, source: StoredQuota['source'] = 'goal'): StoredQuota => ({
  subjectKind: 'rep',
  subjectId: '201',
  pipelineIds: null,
  periodKey: '2026-Q4',
  source,
  amountMinor,
});
const person = (managerId: string) => ({
  ownerId: '201',
  teamId: '10',
  managerId,
  startsOn: null,
  endsOn: null,
  rampMonths: 0,
});
const owner = (name: string) => ({
  id: '201',
  userId: '1201',
  email: 'ana@example.com',
  name,
  archived: false,
  teamId: '10',
});
const stage = (label: string) => ({
  id: 'proposal',
  pipelineId: 'default',
  label,
  displayOrder: 0,
  probability: '0.4',
  isClosed: false,
});

const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
const record = { type: 'deal', id: '7001' } as const;
const rubricRef = { rubricId: '951', version: 1 };
/** Levels that differ between the portals. */
const levelsOf = (text: string) => [{ skillId: 'discovery', level: text.includes('2') ? 4 : 2 }];
const rubricNamed = (name: string) => ({ ...starterRubric, name });
const forTeam = { ...starterRubric, scope: { kind: 'team' as const, teamId: '10' } };
const calibration = { directorId: '205', repId: '201', dealId: '7001', ...rubricRef };
const noteOf = (text: string, state: 'draft' | 'shared') => ({
  authorId: '206',
  repId: '201',
  record,
  state,
  content: {
    topic: 'deal' as const,
    text: { form: 'free' as const, text },
    promises: [{ id: '1', text, doer: 'rep' as const, dueOn: '2026-12-01' }],
    scoring: { ...rubricRef, levels: levelsOf(text) },
  },
});

const copyOf = (name: string) => ({
  ownerId: '201',
  askedBy: '9',
  file: JSON.stringify({ name }),
  madeAt: at,
  expiresAt: new Date(`2026-12-${name === 'of 2' ? 24 : 25}T10:00:00Z`),
});

const conflict = (foundType: string) => ({ name: 'sideline_gap', foundType, wantedType: 'number' });

const doors: Readonly<Record<string, DoorCases<Door>>> = {
  'access/answered/store.ts': door({
    open: answeredOf,
    readings: {},
    changes: {
      claim: (open) => open.claim({ userId: '9', key: 'new-key', digests: ['d'] }, at),
      save: (open) => open.save({ userId: '9', key: 'other-key' }, 'answer'),
      release: (open) => open.release({ userId: '9', key: 'other-key' }),
      forgetBefore: (open) => open.forgetBefore(new Date(at.getTime() + 1)),
    },
  }),
  'access/audit/store.ts': door({
    open: auditOf,
    readings: { listBefore: (open) => open.listBefore(null, 10) },
    changes: {
      add: (open) => open.add({ at, userId: null, action: 'add', details: {} }),
      pseudonymise: (open) => open.pseudonymise(['9'], 'somebody'),
      addOnce: (open) => open.addOnce({ at, userId: null, action: 'erase record', details: { id: '1' } }),
      forgetBefore: (open) => open.forgetBefore(new Date(at.getTime() + 1)),
    },
  }),
  'access/roles/store.ts': door({
    open: rolesOf,
    readings: {
      list: (open) => open.list(),
      holds: (open) => open.holds('of 2', 'ops'),
    },
    changes: {
      grant: (open) => open.grant({ userId: '5', role: 'ops', grantedBy: '9', grantedAt: at }),
      withdraw: (open, portalId) => open.withdraw(`of ${portalId}`, 'ops'),
      withdrawUnlessLast: async (open, portalId) => {
        await open.grant({ userId: '5', role: 'ops', grantedBy: '9', grantedAt: at });
        await open.withdrawUnlessLast(`of ${portalId}`, 'ops');
      },
    },
  }),
  'domains/coaching/actions/store.ts': door({
    open: (db, portalId) => coachingActionsOf(db, portalId, sealer),
    readings: {
      listReadable: (open) => open.listReadable(record, '201'),
      listAllReadable: (open) => open.listAllReadable('201'),
      listForCopy: (open) => open.listForCopy('201'),
    },
    changes: {
      keepPromises: (open) => open.keepPromises({ id: '901', ...noteOf('anew', 'shared') }, [], at),
      tick: (open) => open.tick('911', '201', true, at),
    },
  }),
  'domains/coaching/actions/completion/store.ts': door({
    open: completionOf,
    readings: {
      listDue: (open) =>
        open.listDue(['201'], {
          from: '2026-01-01',
          until: '2027-01-01',
          timeZone: 'Europe/Berlin',
        }),
    },
    changes: {},
  }),
  'domains/coaching/actions/tasks/store.ts': door({
    open: (db, portalId) => actionTasksOf(db, portalId, sealer),
    readings: {
      listUntold: async (open) => (await open.listUntold(10)).map(({ action }) => action),
      listTaskIds: (open) => open.listTaskIds(null),
      listDoubted: async (open) => (await open.listDoubted()).map(({ action }) => action),
    },
    changes: {
      noteAsked: (open) => open.noteAsked('911', 'public', at),
      forgetTask: (open) => open.forgetTask('911'),
      noteDoubt: (open) => open.noteDoubt('911', new Date(at.getTime() + 1)),
      settleDoubt: (open) => open.settleDoubt('911', at),
      noteTask: (open) => open.noteTask('911', '932'),
      settle: async (open) => open.settle('911', (await open.listUntold(1))[0]?.news ?? 0),
      takeTask: async (open, portalId) => {
        await open.settle('911', (await open.listUntold(1))[0]?.news ?? 0);
        await open.takeTask({ taskId: `93${portalId}`, text: 'anew', dueOn: '2026-12-24', isDone: true }, at);
      },
      dropTasks: async (open, portalId) => {
        await open.settle('911', (await open.listUntold(1))[0]?.news ?? 0);
        await open.dropTasks([`93${portalId}`]);
      },
    },
  }),
  'domains/coaching/agenda/store.ts': door({
    open: (db, portalId) => agendasOf(db, portalId, sealer),
    readings: {
      listDeals: (open) => open.listDeals(['201'], new Date(0)),
      readPairs: (open) =>
        open.readPairs([pair], { quotaKeys: ['2026-Q4'], periodKey: '2026-Q4', reader: 'manager' }),
    },
    changes: {},
  }),
  'domains/coaching/meetings/store.ts': door({
    open: meetingsOf,
    readings: { readDates: (open) => open.readDates([pair]) },
    changes: {
      keepPrepared: (open) =>
        open.keepPrepared([{ ...pair, dueOn: '2026-12-01', lineIds: ['behindPace'] }], at),
      setCadence: (open) => open.setCadence('201', 'monthly'),
      change: (open) => open.change(pair, '2026-12-01', null, at),
      hold: (open) => open.hold(pair, { ...meeting, number: 2 }, at),
    },
  }),
  'domains/coaching/overview/store.ts': door({
    open: overviewOf,
    readings: {
      listMeetings: (open) => open.listMeetings(['206']),
      listChanges: (open) => open.listChanges(['206']),
      listCadences: (open) => open.listCadences(),
    },
    changes: {},
  }),
  'domains/coaching/impact/store.ts': door({
    open: impactOf,
    readings: {
      readMetric: (open) => open.readMetric(),
      countHeld: (open) => open.countHeld(['2026-10-01', '2027-01-01']),
      countClosed: (open) => open.countClosed([new Date(0), new Date('2030-01-01')], ['renewals']),
      readCycleDays: (open) => open.readCycleDays(new Date(0), []),
      listDealActions: (open) => open.listDealActions('2026-01-01'),
      listStageEntries: (open) => open.listStageEntries('2026-01-01'),
    },
    changes: { chooseMetric: (open) => open.chooseMetric({ metric: 'winRate', chosenOn: '2026-11-25' }) },
  }),
  'domains/coaching/pulse/store.ts': door({
    open: pulseOf,
    readings: {
      isOn: (open) => open.isOn(),
      holdSwitch: (open) => open.holdSwitch(),
      hasRound: (open) => open.hasRound('2026-Q2'),
      holdOpen: (open) => open.holdOpen('2026-Q2'),
      listOver: (open) => open.listOver('2026-Q4'),
      listKeys: (open) => open.listKeys(),
      listGroups: (open) => open.listGroups('2026-Q3'),
      listWords: (open) => open.listWords('206'),
    },
    changes: {
      switch: (open) => open.switch(true),
      open: (open) => open.open('2027-Q1', [{ id: '206', memberIds: ['201'] }]),
      close: (open) => open.close('2026-Q3'),
      publish: (open) => open.publish('2026-Q3', [{ groupId: '206', word: 'mixed' }]),
    },
  }),
  'domains/coaching/pulse/answers/store.ts': door({
    open: (db, portalId) => pulseAnswersOf(db, portalId, sealer),
    readings: {
      hasConsented: (open) => open.hasConsented('205'),
      holdConsent: (open) => open.holdConsent('205'),
      listOwn: (open) => open.listOwn('201', ['2026-Q3']),
      readScores: (open) => open.readScores('2026-Q3', ['201']),
    },
    changes: {
      consent: (open) => open.consent('299'),
      revoke: (open) => open.revoke('201', ['2026-Q3']),
      deleteAll: (open) => open.deleteAll(),
      answer: (open) => open.answer('299', pulseAnswer(3)),
      forgetScores: (open) => open.forgetScores('2026-Q3'),
    },
  }),
  'domains/coaching/policy/store.ts': door({
    open: policyOf,
    readings: { read: (open) => open.read() },
    changes: {
      save: (open) => open.save({ cadence: 'weekly', time: { weekHours: 38, percent: 20 }, rules: [] }),
    },
  }),
  'domains/coaching/risks/store.ts': door({
    open: risksOf,
    readings: {
      readDeal: (open) => open.readDeal('7001'),
      listDisputed: async (open) => [...(await open.listDisputed('201', '7001')).keys()],
      listAllDisputed: (open) => open.listAllDisputed('201'),
    },
    changes: {
      dispute: (open) => open.dispute('201', '7001', 'noAmount', at),
      accept: (open, portalId) => open.accept('201', '7001', `pushed:${portalId}`),
    },
  }),
  'domains/coaching/copy/store.ts': door({
    open: (db, portalId) => copiesOf(db, portalId, sealer),
    readings: {
      read: (open) => open.read('201'),
      readToMake: (open) => open.readToMake('201'),
    },
    changes: {
      put: (open) => open.put({ ...copyOf('anew'), ownerId: '202' }),
      collect: (open) => open.collect('201', at),
      withdraw: (open) => open.withdraw('206', at),
    },
  }),
  'domains/coaching/handover/store.ts': door({
    open: handoversOf,
    readings: { listShared: (open) => open.listShared('201') },
    changes: {
      hand: (open) => open.hand(['901'], '201', '207', at),
      takeBack: (open) => open.takeBack(['901'], '201'),
    },
  }),
  'domains/coaching/retention/store.ts': door({
    open: retentionOf,
    readings: {
      readMonths: (open) => open.readMonths(),
      countOld: (open) => open.countOld(new Date(at.getTime() + 1)),
    },
    changes: {
      choose: (open) => open.choose(36),
      eraseOld: (open) => open.eraseOld(new Date(at.getTime() + 1)),
      closeCalibrations: (open) => open.closeCalibrations(new Date(at.getTime() + 1)),
      emptyCopies: (open) => open.emptyCopies(new Date('2027-01-01T00:00:00Z')),
    },
  }),
  'domains/coaching/calibration/store.ts': door({
    open: (db, portalId) => calibrationsOf(db, portalId, sealer),
    readings: {
      list: (open) => open.list('205'),
      listAll: (open) => open.listAll('201'),
      listAsked: (open) => open.listAsked(calibration, ['206', '208']),
    },
    changes: {
      begin: (open) => open.begin(calibration, ['206', '207'], at),
      score: (open) => open.score({ id: '961', repId: '201' }, '207', levelsOf('anew'), at),
    },
  }),
  'domains/coaching/rubric/store.ts': door({
    open: rubricsOf,
    readings: {
      listCurrent: (open) => open.listCurrent(),
      listVersions: (open) => open.listVersions([rubricRef]),
      listSkillIds: (open) => open.listSkillIds('951'),
    },
    changes: {
      begin: (open) => open.begin(forTeam, at),
      publish: (open) => open.publish(rubricRef, rubricNamed('anew'), at),
      withdraw: (open) => open.withdraw(rubricRef),
    },
  }),
  'domains/coaching/rubric/scorings/store.ts': door({
    open: (db, portalId) => scoringsOf(db, portalId, sealer),
    readings: {
      listReadable: (open) => open.listReadable('201', '206'),
      listShared: (open) => open.listShared(['206'], at),
    },
    changes: {
      scoreSelf: (open) => open.scoreSelf({ id: '901', repId: '201', version: 1 }, levelsOf('anew'), at),
    },
  }),
  'domains/coaching/held/store.ts': door({
    open: heldCoachingOf,
    readings: { list: (open) => open.list('201') },
    changes: { erase: (open) => open.erase('201') },
  }),
  'domains/coaching/drafts/store.ts': door({
    open: (db, portalId) => draftsOf(db, portalId, sealer),
    readings: {
      list: (open) => open.list('201'),
      listForCopy: (open) => open.listForCopy('201'),
      listBeside: (open) => open.listBeside('201', record, ['901']),
      read: (open) => open.read('201', record),
    },
    changes: {
      save: (open) => open.save('201', { beside: record, text: 'anew', version: 981, at }),
      discard: (open) => open.discard('201', record, 981),
    },
  }),
  'domains/coaching/drafts/sealed/store.ts': door({
    open: sealedDraftsOf,
    readings: { list: (open) => open.list('201') },
    changes: {
      erase: (open) => open.erase('201', store.db.selectFrom('coaching_note').select('id')),
    },
  }),
  'domains/coaching/lines/store.ts': door({
    open: (db, portalId) => coachingLinesOf(db, portalId, sealer),
    readings: {
      list: (open) => open.list('201'),
      listAll: (open) => open.listAll('201'),
      listReadable: (open) => open.listReadable('201', '201'),
    },
    changes: {
      add: (open) => open.add({ repId: '201', managerId: '206', record, text: 'anew', at }),
      handOn: (open) => open.handOn('921', '201', '207'),
      discuss: (open) => open.discuss(['921'], { repId: '201', managerId: '201' }, '2026-11-24'),
      withdraw: (open) => open.withdraw('921', '201'),
    },
  }),
  'domains/coaching/merged/store.ts': door({
    open: mergedCoachingOf,
    readings: {},
    changes: {
      follow: (open) => open.follow({ type: 'deal', survivorId: '7003', mergedIds: ['7001', '7002'] }),
    },
  }),
  'domains/coaching/merged/contacts/store.ts': door({
    open: mergedContactsOf,
    readings: {},
    changes: { follow: (open) => open.follow({ survivorId: '503', mergedIds: ['501', '502'] }) },
  }),
  'domains/coaching/properties/store.ts': door({
    open: coachingPropertiesOf,
    readings: { readDeals: (open) => open.readDeals(['7001'], 'Europe/Berlin') },
    changes: { renew: (open) => open.renew(['7001']) },
  }),
  'install/properties/choices/store.ts': door({
    open: choicesOf,
    readings: { list: (open) => open.list() },
    changes: { choose: (open) => open.choose({ name: 'sideline_quota', isOn: true }) },
  }),
  'domains/coaching/requests/store.ts': door({
    open: (db, portalId) => coachingRequestsOf(db, portalId, sealer),
    readings: {
      listAll: (open) => open.listAll('201'),
      isKnown: (open) => open.isKnown('run of 2'),
    },
    changes: {
      add: (open) => open.add({ callbackId: 'anew', repId: '201', record, reason: 'anew', at }),
      takeUp: (open) => open.takeUp(['941'], '201', '2026-11-25'),
    },
  }),
  'domains/coaching/notes/store.ts': door({
    open: (db, portalId) => coachingNotesOf(db, portalId, sealer),
    readings: {
      listReadable: (open) => open.listReadable(record, '206'),
      listAllReadable: (open) => open.listAllReadable('206'),
      listForCopy: (open) => open.listForCopy('201'),
      readReadable: (open) => open.readReadable('901', '201'),
      readDraft: (open) => open.readDraft(noteOf('', 'draft')),
      listAddenda: (open) => open.listAddenda(['901']),
    },
    changes: {
      begin: (open) => open.begin({ ...noteOf('anew', 'draft'), repId: '202' }, at),
      save: (open) =>
        open.save({ id: '902', authorId: '206', repId: '201', version: 1 }, noteOf('anew', 'draft'), at),
      moveDraft: (open) => open.moveDraft({ authorId: '206', repId: '201' }, record, '7999'),
      discard: (open) => open.discard('902', '206', 1),
      acknowledge: (open) => open.acknowledge({ id: '901', repId: '201', version: 1 }, 'agreed', at),
      addAddendum: (open) => open.addAddendum({ noteId: '901', authorId: '201', text: 'anew', at }),
      noteAccess: (open) => open.noteAccess(['901'], '201', '2026-11-25'),
    },
  }),
  'domains/coaching/reminders/store.ts': door({
    open: remindersOf,
    readings: {
      listOpen: (open) => open.listOpen(10),
      listDoubted: (open) => open.listDoubted(),
    },
    changes: {
      begin: (open) => open.begin({ day: '2026-12-24', at: new Date(at.getTime() + 1), sharedBy: at }),
      noteAsked: (open) => open.noteAsked('971', '2026-12-24', at),
      noteDoubt: (open) => open.noteDoubt('971', new Date(at.getTime() + 1)),
      finish: (open) => open.finish('971', 'anew'),
      settleDoubt: (open) => open.settleDoubt('972'),
    },
  }),
  'domains/coaching/waiting/store.ts': door({
    open: waitingOf,
    readings: { listUnanswered: (open) => open.listUnanswered('201', 10) },
    changes: {},
  }),
  'domains/forecast/store.ts': door({
    open: forecastOf,
    readings: { readModel: (open) => open.readModel(), readBacktest: (open) => open.readBacktest() },
    changes: {
      saveModel: (open) => open.saveModel(model(99)),
      saveBacktest: (open) => open.saveBacktest(backtest(99), 'EUR'),
    },
  }),
  'domains/home/store.ts': door({
    open: homeOf,
    readings: { listNamed: (open) => open.listNamed(['7001']), countGaps: (open) => open.countGaps() },
    changes: {},
  }),
  'domains/quota-forecast/store.ts': door({
    open: cardsOf,
    readings: {
      readVersion: (open) => open.readVersion(),
      readFacts: (open) => open.readFacts('7001'),
      readOwnCredit: (open) => open.readOwnCredit('201'),
    },
    changes: {},
  }),
  'domains/quota/sums/store.ts': door({
    open: sumsOf,
    readings: {
      sumByOwner: (open) =>
        open.sumByOwner(['2026-Q4'], { companyCurrency: 'EUR', uncountedPipelineIds: [] }),
      sumByPipeline: (open) => open.sumByPipeline(['2026-Q4'], 'EUR'),
      sumWithin: (open) =>
        open.sumWithin('2026-Q4', new Date(0), new Date('2030-01-01'), {
          companyCurrency: 'EUR',
          uncountedPipelineIds: ['renewals'],
        }),
    },
    changes: {},
  }),
  'domains/quota/store.ts': door({
    open: quotasOf,
    readings: {
      listPeople: (open) => open.listPeople(),
      listSettings: (open) => open.listSettings(),
      listQuotas: (open) => open.listQuotas(['2026-Q4']),
      listQuotasFrom: (open) => open.listQuotasFrom('2026'),
      listCredits: (open) => open.listCredits(['2026-Q4'], 'EUR', ['201']),
      readSeason: async (open) => (await open.readSeason())?.map(({ denominator }) => denominator.toString()),
      listExclusions: (open) => open.listExclusions('2026-Q4', ['201']),
    },
    changes: {
      savePeople: (open) => open.savePeople([person('299')]),
      saveQuotas: (open) => open.saveQuotas([quota(77)]),
      removeQuotas: (open) => open.removeQuotas([quota(0)]),
      saveSeason: (open) => open.saveSeason([ratio(1, 99)]),
      replaceQuotas: (open) => open.replaceQuotas('goal', []),
    },
  }),
  'domains/quota/reports/store.ts': door({
    open: reportsOf,
    readings: { read: async (open) => [...(await open.read())] },
    changes: {},
  }),
  'install/erasing/store.ts': door({
    open: erasingOf,
    readings: { readErased: (open) => open.readErased() },
    changes: { erase: (open) => open.erase(at, 'ops') },
  }),
  'install/portal-key/store.ts': door({
    open: portalKeyOf,
    readings: { read: (open) => open.read() },
    changes: {
      keep: async (open, portalId) => {
        await store.db.deleteFrom('portal_key').where('portal_id', '=', portalId).execute();
        await open.keep('anew');
      },
      replace: (open, portalId) => open.replace(`of ${portalId}`, 'anew'),
    },
  }),
  'install/properties/store.ts': door({
    open: conflictsOf,
    readings: { list: (open) => open.list() },
    changes: { replace: (open) => open.replace([conflict('anew')]) },
  }),
  'install/features/store.ts': door({
    open: featuresOf,
    readings: { list: (open) => open.list() },
    changes: {
      switch: (open) => open.switch('Deal splits', false),
      noteRefusal: (open) => open.noteRefusal('Deal splits', { code: 'forbidden', message: 'no' }, [], at),
      forgetRefusal: (open) => open.forgetRefusal('Deal splits'),
      forgetRefusals: (open) => open.forgetRefusals(),
    },
  }),
  'install/renewal/store.ts': door({
    open: turnsOf,
    readings: {},
    changes: {
      claim: (open) => open.claim('another', 60_000),
      release: (open) => open.release('who had it'),
      replace: (open, portalId) => open.replace(tokens(String(portalId)), tokens('anew')),
    },
  }),
  'domains/settings/calendar/store.ts': door({
    open: statedOf,
    readings: { listStatedKeys: (open) => open.listStatedKeys() },
    changes: {},
  }),
  'domains/settings/data-quality/store.ts': door({
    open: gapsOf,
    readings: {
      count: (open) => open.count(['noAmount', 'closeDatePast'], at),
      list: (open) => open.list('wonNotCounted', at, '', 10),
    },
    changes: {},
  }),
  'domains/settings/privacy/store.ts': door({
    open: heldOf,
    readings: { readHeld: (open) => open.readHeld('201', '9'), readSettings: (open) => open.readSettings() },
    changes: { eraseHeld: (open) => open.eraseHeld('201', '9', 'somebody') },
  }),
  'domains/settings/setup/store.ts': door({
    open: setupOf,
    readings: {
      listConfirmed: (open) => open.listConfirmed(),
      listSeenCards: (open) => open.listSeenCards(),
    },
    changes: {
      confirm: (open) => open.confirm('sharing', '9', at),
      withdraw: (open) => open.withdraw('hierarchy'),
      noteCard: (open) => open.noteCard('another', at),
    },
  }),
  'domains/settings/sync/store.ts': door({
    open: healthOf,
    readings: {
      readWaitingEvents: (open) => open.readWaitingEvents(),
      readNewestChange: (open) => open.readNewestChange(),
      countParked: (open) => open.countParked(),
      listParked: (open) => open.listParked('', 10),
    },
    changes: {},
  }),
  'install/store.ts': door({
    open: installOf,
    readings: {
      read: (open) => open.read(),
      readTokens: (open) => open.readTokens(),
      readWithRole: (open) => open.readWithRole('of 2'),
    },
    changes: {
      connect: (open) =>
        open.connect(
          { name: 'Renamed', timeZone: 'UTC', companyCurrency: 'USD', installedBy: '9', scopes: [] },
          tokens('anew'),
          at,
        ),
      disconnect: (open, portalId) => open.disconnect(tokens(String(portalId))),
      endConnection: (open) => open.endConnection(),
      saveTokens: (open) => open.saveTokens(tokens('anew')),
      saveAccount: (open) => open.saveAccount({ timeZone: 'UTC', companyCurrency: 'USD' }),
      choose: (open) => open.choose({ sharingLevel: 'cards' }),
      markReady: (open) => open.markReady(new Date(0)),
    },
  }),
  'mirror/applying/store.ts': door({
    open: applyingTo,
    readings: {},
    changes: {
      apply: (open) => open.apply([creditedDeal({ name: 'Renamed', ownerId: '299' })]),
      remove: (open) => open.remove(['7001', '7002']),
    },
  }),
  'mirror/deals/store.ts': door({
    open: dealsOf,
    readings: {
      read: (open) => open.read('7002'),
      listWritable: (open) => open.listWritable(['201', '']),
      listEdited: (open) => open.listEdited(['7001', '7002']),
      listHistory: (open) => open.listHistory('', 10),
      readFirstClosing: (open) => open.readFirstClosing(),
      readShown: (open) => open.readShown(['7001']),
      listOwnerIds: (open) => open.listOwnerIds(),
      listDealIds: async (open) => (await open.listDealIds()).sort(),
      countWithValues: (open) => open.countWithValues(),
      listExamples: (open) => open.listExamples(10),
      countDeals: (open) => open.countDeals(),
      countOpenByPipeline: async (open) => [...(await open.countOpenByPipeline())],
    },
    changes: {
      clearNews: async (open) => {
        const deal = await open.read('7001');
        if (deal?.news != null) await open.clearNews([{ id: '7001', news: deal.news }]);
      },
      rememberWritten: async (open) => {
        const before = (await open.readShown(['7001'])).get('7001');
        if (before) await open.rememberWritten([{ id: '7001', values: { sideline_quota: '9' }, before }]);
      },
    },
  }),
  'mirror/directory/store.ts': door({
    open: directoryOf,
    readings: {
      listOwners: (open) => open.listOwners(),
      listTeams: (open) => open.listTeams(),
      listPipelines: (open) => open.listPipelines(),
      listStages: (open) => open.listStages(),
      listRates: (open) => open.listRates(),
      listErased: (open) => open.listErased(),
    },
    changes: {
      saveOwners: (open) => open.saveOwners([owner('Renamed')]),
      eraseOwner: (open) => open.eraseOwner('201', at),
      saveTeams: (open) => open.saveTeams([{ id: '10', name: 'Renamed', parentId: null }]),
      replacePipelines: (open) => open.replacePipelines([], []),
      replaceRates: (open) => open.replaceRates([]),
    },
  }),
  'mirror/dirty/store.ts': door({
    open: dirtyOwnersOf,
    readings: { read: (open) => open.read(10), count: (open) => open.count() },
    changes: {
      mark: (open) => open.mark(['201', '299']),
      markEverybody: (open) => open.markEverybody(),
      clear: async (open) => open.clear(await open.read(10)),
    },
  }),
  'mirror/owners/store.ts': door({
    open: dealOwnersOf,
    readings: {
      isOrWasOf: async (open) => [await open.isOrWasOf('7001', '301'), await open.isOrWasOf('7001', '302')],
    },
    changes: {
      keep: (open) => open.keep([{ dealId: '7001', ownerId: '303' }]),
      keepAll: (open) => open.keepAll(['7001']),
      follow: (open) => open.follow('7002', ['7001']),
    },
  }),
  'mirror/stored/store.ts': door({
    open: storedOf,
    readings: {
      read: async (open) => [...(await open.read(['7001', '7002']))],
      readSeen: async (open) => [...(await open.readSeen(['7001', '7002', '7004']))],
      listSplit: (open) => open.listSplit('', 10),
      hold: async (open) => [await open.hold('7001'), await open.hold('7004')],
    },
    changes: {
      noteVerified: (open) => open.noteVerified([{ id: '7001', modifiedAt: at }]),
      forgetShown: (open) => open.forgetShown(),
    },
  }),
  'pacing/store.ts': door({
    open: pacingOf,
    readings: { read: async (open) => ({ ...(await open.read('general')), now: null }) },
    changes: {
      open: (open) => open.open('search'),
      save: async (open) => {
        const counted = await open.read('general');
        if (counted) await open.save('general', { sent: [99], heldUntil: 99 }, counted.version);
      },
      hold: (open) => open.hold('general', 9_000_000),
    },
  }),
  'pacing/pauses/store.ts': door({
    open: pausesOf,
    readings: {
      read: async (open) => (await open.read())?.message,
      readTimeZone: (open) => open.readTimeZone(),
    },
    changes: { begin: (open) => open.begin({ reason: 'migrating', message: 'anew', forMs: 9_000_000 }) },
  }),
  'sync/backfill/store.ts': door({
    open: backfillOf,
    readings: {
      readPlan: (open) => open.readPlan(),
      listParts: (open) => open.listParts(),
      listHeld: (open) => open.listHeld(),
    },
    changes: {
      savePlan: (open) =>
        open.savePlan({ plannedTo: '7009', isPlanned: true, dealsTotal: 9 }, [newPart(9, '7009')]),
      saveHands: async (open) => {
        const [part = newPart(0, null)] = await open.listParts();
        await open.saveHands([part], [{ ...part, search: { lowest: '7001', deals: 99, isDone: true } }]);
      },
      hold: (open) => open.hold(['7009']),
      release: (open) => open.release(['7001', '7002']),
      noteAbsent: (open) => open.noteAbsent(null, null, ['7001']),
    },
  }),
  'sync/events/store.ts': door({
    open: eventsOf,
    readings: { readNewest: (open) => open.readNewest(), read: (open) => open.read('deal', 10) },
    changes: {
      note: (open) => open.note([{ type: 'deal', id: '7001' }]),
      clear: async (open) => open.clear(await open.read('deal', 10)),
    },
  }),
  'sync/outbox/store.ts': door({
    open: outboxOf,
    readings: {
      readWaiting: (open) => open.readWaiting(10),
      countWaiting: (open) => open.countWaiting(),
      listParked: (open) => open.listParked(),
    },
    changes: {
      put: (open) => open.put([{ recordId: '7001', desired: { sideline_quota: '9' } }]),
      drop: (open) => open.drop(['7001', '7002']),
      clear: async (open) => open.clear(await open.readWaiting(10)),
      retry: (open) => open.retry(null),
      empty: (open) => open.empty(),
      park: async (open) => {
        for (const row of await open.readWaiting(10)) await open.park(row, 'CODE', 'words');
      },
    },
  }),
  'sync/reconcile/store.ts': door({
    open: reconciliationOf,
    readings: { read: (open) => open.read() },
    changes: {
      ask: (open) => open.ask(new Date(0)),
      finish: (open) => open.finish({ begun: at, at, repaired: 77, everything: true, asked: at }),
    },
  }),
  'sync/written/store.ts': door({
    open: writtenOf,
    readings: { list: (open) => open.list() },
    changes: {
      count: (open) => open.count(new Map([['sideline_quota', 77]]), at),
      empty: (open) => open.empty(),
    },
  }),
  'sync/progress/store.ts': door({
    open: progressOf,
    readings: { read: (open) => open.read() },
    changes: {
      begin: (open) => open.begin(new Date(0)),
      settle: (open) => open.settle('another basis', at, at),
      enter: (open) => open.enter('checking'),
      expect: (open) => open.expect(99),
      report: (open) => open.report(77, 7),
      finish: (open) => open.finish(new Date(0)),
    },
  }),
};

const model = (closedDeals: number) => ({
  fittedAt: at.toISOString(),
  basis: 'pipeline' as const,
  closedDeals,
  stages: {},
  everyStage: { total: 0, days: [] },
});

const backtest = (deals: number) => ({
  madeAt: at,
  everyNth: 1,
  periods: [
    { key: '2026-Q3', deals, actual: money(1, 'EUR'), pipeline: money(2, 'EUR'), sideline: money(3, 'EUR') },
  ],
});

/** The same ids in every portal; each value says which portal it is of, and portal 2 has more of everything. */
async function fill(portalId: number): Promise<void> {
  const { db } = store;
  const name = `of ${portalId}`;
  await installOf(db, portalId).connect(
    {
      name,
      timeZone: portalId === 2 ? 'Europe/Paris' : 'Europe/Berlin',
      companyCurrency: 'EUR',
      installedBy: name,
      scopes: [name],
    },
    tokens(String(portalId)),
    at,
  );
  await turnsOf(db, portalId).claim('who had it', -1);
  await featuresOf(db, portalId).switch('Deal splits', true);
  await featuresOf(db, portalId).noteRefusal('Deal splits', { code: 'forbidden', message: name }, [name], at);
  await pacingOf(db, portalId).hold('general', portalId * 1_000_000);
  await pausesOf(db, portalId).begin({ reason: 'migrating', message: name, forMs: 5_000_000 });
  const claim = { userId: '9', key: 'first-key', digests: [name] as const };
  await answeredOf(db, portalId).claim(claim, at);
  await answeredOf(db, portalId).save(claim, name);
  await answeredOf(db, portalId).claim({ ...claim, key: 'other-key' }, at);
  await auditOf(db, portalId).add({ at, userId: '9', action: 'connect', details: { name } });
  await installOf(db, portalId).markReady(at);
  await directoryOf(db, portalId).saveOwners([owner(name)]);
  await directoryOf(db, portalId).saveTeams([{ id: '10', name, parentId: null }]);
  await directoryOf(db, portalId).replacePipelines(
    [{ id: 'default', label: name, displayOrder: 0 }],
    [stage(name)],
  );
  await directoryOf(db, portalId).replaceRates([
    { currency: 'USD', rate: String(portalId), effectiveAt: at },
  ]);
  if (portalId === 2) await quotasOf(db, portalId).savePeople([person('298')]);
  await quotasOf(db, portalId).savePeople([person(String(portalId))]);
  await quotasOf(db, portalId).saveQuotas([quota(portalId)]);
  if (portalId === 2) await quotasOf(db, portalId).saveQuotas([{ ...quota(2), periodKey: '2027-Q1' }]);
  await setupOf(db, portalId).confirm('hierarchy', name, at);
  await setupOf(db, portalId).noteCard(`card ${name}`, at);
  await directoryOf(db, portalId).eraseOwner(`29${portalId}`, at);
  await forecastOf(db, portalId).saveBacktest(backtest(portalId), 'EUR');
  const known = { sideline_period: name };
  const homeMinor = portalId * 100;
  await applyingTo(db, portalId).apply([
    creditedDeal({
      name,
      known,
      homeMinor,
      hasNextStep: portalId === 2,
      stageEntries: [{ stageId: 'proposal', enteredAt: `2026-10-0${portalId}T09:00:00.000Z` }],
    }),
    creditedDeal({ ...wonFacts, id: '7002', name, homeMinor }, { '201': '0.5', '202': '0.5' }),
    creditedDeal({ ...wonFacts, id: '7003', name, amount: null, homeMinor: null }),
    ...(portalId === 2
      ? [
          creditedDeal({ id: '7004', name, known, ownerId: '205' }, { '205': '0.5', '206': '0.5' }),
          creditedDeal({
            ...wonFacts,
            id: '7005',
            homeMinor: null,
            closeAt: new Date('2026-11-09T11:00:00Z'),
            modifiedAt: new Date('2026-11-24T11:00:00Z'),
          }),
          creditedDeal({
            ...wonFacts,
            id: '7006',
            homeMinor: null,
            closeAt: new Date('2026-10-20T11:00:00Z'),
          }),
        ]
      : []),
  ]);
  await dirtyOwnersOf(db, portalId).mark(portalId === 2 ? ['201', '205'] : ['201']);
  await forecastOf(db, portalId).saveModel(model(portalId));
  await quotasOf(db, portalId).saveSeason([ratio(1, portalId + 1)]);
  await eventsOf(db, portalId).note([{ type: 'deal', id: '7001' }]);
  const desired = { sideline_period: name };
  const outbox = outboxOf(db, portalId);
  await outbox.put([
    { recordId: '7002', desired },
    ...(portalId === 2 ? [{ recordId: '7004', desired }] : []),
  ]);
  for (const row of await outbox.readWaiting(10)) await outbox.park(row, 'CODE', name);
  await outbox.put([
    { recordId: '7001', desired },
    ...(portalId === 2 ? [{ recordId: '7003', desired }] : []),
  ]);
  await conflictsOf(db, portalId).replace([conflict(name)]);
  await db
    .insertInto('erased_portal')
    .values({ id: portalId, erased_at: at, cause: name })
    .onConflict((found) => found.doNothing())
    .execute();
  await reconciliationOf(db, portalId).ask(at);
  await reconciliationOf(db, portalId).finish({
    begun: at,
    at,
    repaired: portalId,
    everything: false,
    asked: null,
  });
  await writtenOf(db, portalId).count(new Map([['sideline_quota', portalId]]), at);
  await progressOf(db, portalId).begin(at);
  await progressOf(db, portalId).report(portalId, portalId);
  await backfillOf(db, portalId).savePlan(
    { plannedTo: String(portalId), isPlanned: false, dealsTotal: null },
    [newPart(0, String(portalId))],
  );
  await backfillOf(db, portalId).hold(portalId === 2 ? ['7001', '7002'] : ['7001']);
  await portalKeyOf(db, portalId).keep(name);
  await writeCoaching(portalId, name);
}

/** A shared note (901) with an addendum and an action (911), a draft (902) and a line (921). */
async function writeCoaching(portalId: number, name: string): Promise<void> {
  const { db } = store;
  const { skills } = starterRubric;
  await rubricsOf(db, portalId).begin({ ...rubricNamed(name), skills: skills.slice(portalId - 1) }, at);
  await db.updateTable('rubric').set({ id: '951' }).where('portal_id', '=', portalId).execute();
  await db
    .updateTable('rubric_version')
    .set({ rubric_id: '951' })
    .where('portal_id', '=', portalId)
    .execute();
  const calibrations = calibrationsOf(db, portalId, sealer);
  await calibrations.begin(calibration, portalId === 2 ? ['206', '207', '208'] : ['206', '207'], at);
  await db.updateTable('coaching_calibration').set({ id: '961' }).where('portal_id', '=', portalId).execute();
  await db
    .updateTable('coaching_calibration_scoring')
    .set({ calibration_id: '961' })
    .where('portal_id', '=', portalId)
    .execute();
  await calibrations.score({ id: '961', repId: '201' }, '206', levelsOf(name), at);
  const notes = coachingNotesOf(db, portalId, sealer);
  const rename = async (
    table: 'coaching_note' | 'coaching_action' | 'coaching_line' | 'coaching_request',
    before: string | null,
    id: string,
  ) => {
    const renamed = db.updateTable(table).set({ id }).where('portal_id', '=', portalId);
    await (before === null ? renamed : renamed.where('id', '=', before)).execute();
  };
  const shared = await notes.begin(noteOf(name, 'shared'), at);
  await rename('coaching_note', shared?.id ?? '', '901');
  const draft = await notes.begin(noteOf(name, 'draft'), at);
  if (portalId === 2)
    await notes.begin({ ...noteOf(name, 'draft'), record: { type: 'deal', id: '7002' } }, at);
  await rename('coaching_note', draft?.id ?? '', '902');
  await notes.addAddendum({ noteId: '901', authorId: '201', text: name, at });
  await coachingActionsOf(db, portalId, sealer).keepPromises(
    { id: '901', ...noteOf(name, 'shared') },
    [],
    at,
  );
  await rename('coaching_action', null, '911');
  await actionTasksOf(db, portalId, sealer).noteTask('911', `93${portalId}`);
  await actionTasksOf(db, portalId, sealer).noteDoubt('911', at);
  if (portalId === 2) await coachingActionsOf(db, portalId, sealer).tick('911', '201', true, at);
  await coachingLinesOf(db, portalId, sealer).add({ repId: '201', managerId: '206', record, text: name, at });
  await rename('coaching_line', null, '921');
  const drafts = draftsOf(db, portalId, sealer);
  await drafts.save('201', {
    beside: record,
    text: name,
    version: 0,
    at: new Date(`2026-11-2${portalId}T10:00:00Z`),
  });
  await db
    .updateTable('coaching_text_draft')
    .set({ version: 981 })
    .where('portal_id', '=', portalId)
    .execute();
  await notes.noteAccess(['901'], '201', '2026-11-24');
  const due = { due_on: `2026-12-0${portalId}` };
  await db.updateTable('coaching_action').set(due).where('portal_id', '=', portalId).execute();
  const meetings = meetingsOf(db, portalId);
  await meetings.setCadence('201', portalId === 1 ? 'weekly' : 'fortnightly');
  await meetings.change(pair, '2026-11-24', `2026-12-0${portalId}`, at);
  await meetings.hold(pair, { ...meeting, minutes: 30 + portalId }, at);
  await meetings.keepPrepared([{ ...pair, dueOn: '2026-12-01', lineIds: [name] }], at);
  await risksOf(db, portalId).dispute('201', '7001', `pushed:${portalId}`, at);
  await policyOf(db, portalId).save({
    cadence: 'monthly',
    time: { weekHours: 40, percent: 10 + portalId },
    rules: [],
  });
  if (portalId === 2) await meetings.hold(pair, { ...meeting, number: 3 }, at);
  await impactOf(db, portalId).chooseMetric({ metric: 'attainment', chosenOn: `2026-11-0${portalId}` });
  await answerPulse(portalId);
  await handoversOf(db, portalId).hand(['901'], '201', `20${portalId}`, at);
  await copiesOf(db, portalId, sealer).put({ ...copyOf(name), askedBy: name });
  await retentionOf(db, portalId).choose(portalId === 2 ? 12 : 24);
  await remind(portalId, name);
  const run = { callbackId: `run of ${portalId}`, repId: '201', record, reason: name, at };
  await coachingRequestsOf(db, portalId, sealer).add(run);
  await rename('coaching_request', null, '941');
  await choicesOf(db, portalId).choose({ name: `of_${portalId}`, isOn: true });
  await dealOwnersOf(db, portalId).keep([{ dealId: '7001', ownerId: `30${portalId}` }]);
}

/** A reminder that waits (971), in portal 2 for a note, and one that is over and doubted (972). */
async function remind(portalId: number, name: string): Promise<void> {
  const { db } = store;
  const values = { portal_id: portalId, on_day: '2026-11-24', at };
  await db
    .insertInto('coaching_reminder')
    .values({ ...values, id: '971', rep_id: '202' })
    .execute();
  await db
    .insertInto('coaching_reminder')
    .values({ ...values, id: '972', rep_id: '203', is_over: true, task_id: name, doubted_at: at })
    .execute();
  if (portalId !== 2) return;
  const notes = coachingNotesOf(db, portalId, sealer);
  const note = await notes.begin({ ...noteOf(name, 'shared'), repId: '202' }, at);
  await db
    .updateTable('coaching_note')
    .set({ reminded_at: at })
    .where('id', '=', note?.id ?? '')
    .execute();
}

/** One quarter that is published, one that is over and not, and consents; portal 2 has switched the pulse on. */
async function answerPulse(portalId: number): Promise<void> {
  const pulse = pulseOf(store.db, portalId);
  const answers = pulseAnswersOf(store.db, portalId, sealer);
  await pulse.switch(portalId === 2);
  await pulse.open('2026-Q1', [{ id: '206', memberIds: ['201'] }]);
  await pulse.publish('2026-Q1', [{ groupId: '206', word: portalId === 2 ? 'mixed' : 'goingWell' }]);
  await pulse.close('2026-Q1');
  await pulse.open('2026-Q3', [{ id: '206', memberIds: ['201', `29${portalId}`] }]);
  if (portalId === 2) await pulse.open('2026-Q2', []);
  await answers.consent('201');
  if (portalId === 2) await answers.consent('205');
  await answers.answer('201', pulseAnswer(portalId === 2 ? 2 : 1));
}

const pulseAnswer = (score: 1 | 2 | 3) => ({
  quarterKey: '2026-Q3',
  answers: { expectations: score, growth: score, candour: score },
  swappedScore: score,
});

const pair = { managerId: '206', repId: '201' };
const meeting = {
  number: 1,
  heldOn: '2026-11-20',
  dueOn: '2026-11-20',
  minutes: 30,
  kind: 'deal',
  attendance: 'both',
} as const;

const perPortal: readonly (keyof Tables)[] = [
  'token', 'pacing', 'portal_pause', 'feature', 'owner', 'team', 'person', 'former_manager', 'merged_contact', 'pipeline', 'stage', 'exchange_rate', 'quota', 'deal', 'deal_split', 'deal_former_owner', 'credit',
  'role', 'audit_entry', 'answered_request', 'win_model', 'season', 'changed_record', 'dirty_owner', 'outbox', 'pull_progress', 'pull_part', 'pull_held',
  'portal_version', 'credit_version', 'property_conflict', 'reconciliation', 'written_property', 'setup_step', 'card_seen', 'erased_owner', 'backtest',
  'portal_key', 'coaching_note', 'coaching_addendum', 'coaching_line', 'coaching_text_draft', 'coaching_action', 'coaching_access',
  'coaching_policy', 'coaching_cadence', 'coaching_meeting_change', 'coaching_meeting', 'coaching_agenda', 'coaching_dispute',
  'pulse_setting', 'pulse_round', 'pulse_group', 'pulse_member', 'pulse_consent', 'pulse_answer', 'impact_metric',
  'coaching_handover', 'coaching_copy', 'coaching_retention',
  'rubric', 'rubric_version', 'coaching_calibration', 'coaching_calibration_scoring',
  'coaching_request', 'coaching_reminder', 'property_choice',
]; // prettier-ignore

/** Triggers keep these in step with the others, so they are put back after them. */
const versions: readonly string[] = ['portal_version', 'credit_version'];
const tables = ['portal', ...perPortal.filter((table) => !versions.includes(table)), ...versions];
const keyOf = (table: string) => sql.ref(table === 'portal' ? 'id' : 'portal_id');

/** Every row of a portal, by table. */
type Rows = Readonly<Record<string, readonly string[]>>;

/** The rows of both portals. */
async function snapshot(): Promise<{ readonly first: Rows; readonly second: Rows }> {
  const first: Record<string, string[]> = {};
  const second: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<{ portal: number; row: string }>`
      select ${keyOf(table)} as portal, to_jsonb(t)::text as row from ${sql.table(table)} t order by 2`.execute(
      store.db,
    );
    const of = (id: number) => rows.filter(({ portal }) => portal === id).map(({ row }) => row);
    first[table] = of(1);
    second[table] = of(2);
  }
  return { first, second };
}

/** Gives the first portal the rows that it had; whatever hangs on its own row goes and comes back with it. */
async function putBack(had: Rows, has: Rows): Promise<void> {
  const differs = (table: string) =>
    versions.includes(table) || JSON.stringify(had[table]) !== JSON.stringify(has[table]);
  for (const table of differs('portal') ? tables : tables.filter(differs)) {
    const rows = `[${had[table]?.join(',')}]`;
    await sql`delete from ${sql.table(table)} where ${keyOf(table)} = 1`.execute(store.db);
    await sql`insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(store.db);
  }
}

test('every store that keeps rows of a portal is in the battery, with every function and every table', async () => {
  const root = join(import.meta.dirname, '../../src');
  expect(globSync('**/store.ts', { cwd: root }).sort()).toEqual(Object.keys(doors).sort());
  for (const { open, readings, changes } of Object.values(doors)) {
    expect([...Object.keys(readings), ...Object.keys(changes)].sort()).toEqual(
      Object.keys(open(store.db, 1)).sort(),
    );
  }
  const { rows } = await sql<{ table_name: keyof Tables }>`
    select distinct table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'portal_id'`.execute(store.db);
  expect(rows.map((row) => row.table_name).sort()).toEqual([...perPortal].sort());
});

const all = (kind: 'readings' | 'changes') =>
  Object.entries(doors).flatMap(([name, cases]) =>
    Object.entries(cases[kind]).map(([verb, run]) => [`${verb} of ${name}`, cases.open, run] as const),
  );

describe('nothing of another portal is seen', () => {
  test.each(all('readings'))('%s', async (name, open, run) => {
    expect(await run?.(open(store.db, 1), 1)).toEqual(alone.get(name));
    // The other portal's answer differs, so the case would have noticed.
    expect(await run?.(open(store.db, 2), 2)).not.toEqual(alone.get(name));
  });
});

describe('nothing of another portal is changed', () => {
  let before: Awaited<ReturnType<typeof snapshot>>;
  beforeAll(async () => {
    before = await snapshot();
  });
  afterEach(async () => {
    await putBack(before.first, (await snapshot()).first);
  });
  test.each(all('changes'))('%s', async (_name, open, run) => {
    await run?.(open(store.db, 1), 1);
    const after = await snapshot();
    expect(after.first).not.toEqual(before.first);
    expect(after.second).toEqual(before.second);
  });
});

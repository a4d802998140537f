import type {
  AboutMeView,
  AuditView,
  CalendarPreview,
  CalendarView,
  DataGapView,
  DataQualityView,
  ErasurePreview,
  FeaturesView,
  HistoryView,
  ParkedView,
  PeoplePreview,
  PeopleView,
  PipelinesPreview,
  PipelinesView,
  QuotaPastePreview,
  QuotasView,
  RolesView,
  SettledPerson,
  SetupStep,
  SetupView,
  SharingView,
  SyncView,
  WritePlanView,
  WritesView,
} from '../../../src/contract/index.ts';

const record = (recordId: string, name: string) => ({
  objectTypeId: '0-3' as const,
  recordId,
  name,
  path: `/contacts/62515/record/0-3/${recordId}`,
});

export const exampleStep = (changes: Partial<SetupStep> = {}): SetupStep => ({
  id: 'connected',
  title: 'Connected to Harbour Instruments',
  state: 'done',
  sentence: 'Sideline may read deals, owners and teams.',
  mayConfirm: false,
  doneLabel: '24 Nov, 10:40',
  ...changes,
});

const open = { state: 'open', mayConfirm: true, doneLabel: null } as const;
/** The first run after the deals were read. */
export const exampleSteps: readonly SetupStep[] = [
  exampleStep(),
  exampleStep({
    id: 'read',
    title: 'Read 12,480 deals',
    sentence: 'With their stages, owners and splits since 2023.',
    doneLabel: '24 Nov, 10:41',
  }),
  exampleStep({
    id: 'history',
    title: 'What your history says',
    sentence:
      'Your weighted pipeline missed the last four quarters by 29 %; Sideline would have missed by 6 %.',
    doneLabel: '24 Nov, 10:41',
  }),
  exampleStep({
    ...open,
    id: 'dataGaps',
    title: 'Gaps in your data',
    sentence: '38 of 412 open deals have a gap.',
  }),
  exampleStep({
    ...open,
    id: 'hierarchy',
    title: 'Who reports to whom',
    sentence: '3 of 14 people have no manager.',
  }),
  exampleStep({
    ...open,
    id: 'quotas',
    title: 'Quotas',
    sentence: '9 of 14 people have a quota for Q4 2026.',
  }),
  exampleStep({
    ...open,
    id: 'sharing',
    title: 'Who may see whose attainment',
    sentence: 'The team’s figures on each deal, unless you choose otherwise.',
  }),
  exampleStep({
    ...open,
    id: 'write',
    title: 'What Sideline will write',
    sentence: 'Nothing is written before you have seen the plan.',
    mayConfirm: false,
  }),
  exampleStep({
    ...open,
    id: 'cards',
    title: 'Put the cards on your records',
    sentence: 'Two cards, one minute.',
  }),
  exampleStep({
    ...open,
    id: 'invite',
    title: 'Invite your managers',
    sentence: 'Two managers.',
    state: 'optional',
  }),
];

export const exampleSetup = (changes: Partial<SetupView> = {}): SetupView => ({
  portalName: 'Harbour Instruments',
  isReady: false,
  headline: '7 of 10 steps are left.',
  steps: [...exampleSteps],
  progress: null,
  cards: [
    {
      uid: 'tab',
      name: 'Sideline quota and forecast',
      place: 'deal, middle column',
      seenLabel: '24 Nov, 10:44',
    },
    { uid: 'sidebar', name: 'Sideline quota', place: 'deal, sidebar', seenLabel: null },
  ],
  invitation: { managers: ['Maria Lang', 'Devon Clarke'], text: 'Sideline is on every deal now.' },
  ...changes,
});

/** All steps up to `id` done, that one open. */
export const setupAt = (id: SetupStep['id']): SetupView => {
  const place = exampleSteps.findIndex((step) => step.id === id);
  return exampleSetup({
    steps: exampleSteps.map((step, index) =>
      index < place ? { ...step, state: 'done' as const, mayConfirm: false } : { ...step },
    ),
  });
};

export const exampleReading = exampleSetup({
  headline: 'Sideline is reading your deals.',
  progress: { phase: 'Reading deals', read: 4200, total: 12480, percent: 34, text: '4,200 of 12,480 deals' },
  steps: exampleSteps.map((step, index) =>
    index === 0
      ? step
      : {
          ...step,
          state: index === 1 ? ('running' as const) : ('waiting' as const),
          mayConfirm: false,
          doneLabel: null,
        },
  ),
});

export const exampleHistory: HistoryView = {
  kind: 'measured',
  sentence:
    'Your weighted pipeline missed the last four quarters by 29 %; Sideline would have missed by 6 %.',
  periods: [
    ['Q4 2025', 380000, 505000, 391000],
    ['Q1 2026', 402000, 488000, 420000],
    ['Q2 2026', 455000, 610000, 437000],
    ['Q3 2026', 410000, 530000, 402000],
  ].map(([label, actual, pipeline, sideline]) => ({
    label: label as string,
    deals: 212,
    actual: `${(actual as number).toLocaleString('en')} EUR`,
    pipeline: `${(pipeline as number).toLocaleString('en')} EUR`,
    sideline: `${(sideline as number).toLocaleString('en')} EUR`,
    values: { actual: actual as number, pipeline: pipeline as number, sideline: sideline as number },
  })),
  remarks: ['Deals created during a quarter are left out on both sides.'],
  asOfLabel: '24 Nov, 10:42',
};

export const examplePerson = (changes: Partial<SettledPerson> = {}): SettledPerson => ({
  ownerId: '201',
  name: 'Ana Ruiz',
  email: 'ana@harbour.example',
  isActive: true,
  hasUser: true,
  teamId: '5',
  teamName: 'North',
  managerId: '203',
  managerName: 'Maria Lang',
  suggestedManagerId: null,
  suggestedManagerName: null,
  startsOn: null,
  endsOn: null,
  rampMonths: 0,
  ...changes,
});

export const examplePeople = (changes: Partial<PeopleView> = {}): PeopleView => ({
  total: 4,
  people: [
    examplePerson(),
    examplePerson({
      ownerId: '202',
      name: 'Ben Okafor',
      email: 'ben@harbour.example',
      managerId: null,
      managerName: null,
      suggestedManagerId: '203',
      suggestedManagerName: 'Maria Lang',
      startsOn: '2026-10-01',
      rampMonths: 6,
    }),
    examplePerson({
      ownerId: '203',
      name: 'Maria Lang',
      email: 'maria@harbour.example',
      managerId: '205',
      managerName: 'Sofia Berg',
    }),
    examplePerson({
      ownerId: '204',
      name: 'Tomas Novak',
      email: 'tomas@harbour.example',
      isActive: false,
      endsOn: '2026-09-30',
      teamId: null,
      teamName: null,
      managerId: null,
      managerName: null,
    }),
  ],
  after: null,
  teams: [
    { id: '5', name: 'North', parentId: null, people: 3 },
    { id: '6', name: 'South', parentId: null, people: 0 },
  ],
  managers: [
    { ownerId: '203', name: 'Maria Lang' },
    { ownerId: '205', name: 'Sofia Berg' },
  ],
  withoutManager: 2,
  suggestions: 1,
  ...changes,
});

export const examplePeoplePreview: PeoplePreview = {
  digest: 'digest-1',
  changes: ['Ben Okafor reports to Maria Lang instead of nobody.'],
  becomesVisible: [
    {
      viewer: 'Maria Lang',
      subjects: ['Ben Okafor'],
      sentence: 'Maria Lang will see the figures of Ben Okafor.',
    },
  ],
  noLongerVisible: [],
  remarks: [],
};

export const exampleRoles: RolesView = {
  explanation: 'Ops run these settings and see every figure; never coaching text.',
  ops: [
    {
      userId: '1',
      name: 'Olga Ruiz',
      isYou: true,
      since: 'since 3 Oct 2026, installed Sideline',
      mayWithdraw: true,
    },
    {
      userId: '2',
      name: 'Sofia Berg',
      isYou: false,
      since: 'since 4 Oct 2026, from Olga Ruiz',
      mayWithdraw: true,
    },
  ],
  candidates: [{ userId: '3', name: 'Maria Lang' }],
};

export const exampleAudit: AuditView = {
  entries: [
    {
      id: '9',
      atLabel: '24 Nov, 10:42',
      who: 'Olga Ruiz',
      action: 'Changed the hierarchy',
      details: 'Ben Okafor reports to Maria Lang.',
    },
  ],
  after: null,
};

const cell = (periodKey: string, amount: string | null, source: 'typed' | 'example' | 'goal' | null) => ({
  periodKey,
  amount,
  text: amount === null ? null : `${Number(amount).toLocaleString('en')} EUR`,
  source,
  sourceLabel:
    source === null ? null : { typed: 'typed', example: 'suggested', goal: 'HubSpot goal' }[source],
  mayEmpty: source === 'typed',
});
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((name) => `2026-${name}`);

export const exampleQuotas = (changes: Partial<QuotasView> = {}): QuotasView => ({
  year: '2026',
  previousYear: '2025',
  nextYear: '2027',
  currency: 'EUR',
  periods: quarters.map((key) => ({ key, label: `${key.slice(5)} 2026`, isCurrent: key === '2026-Q4' })),
  total: 2,
  rows: [
    {
      subjectKind: 'rep',
      subjectId: '201',
      pipelineIds: null,
      name: 'Ana Ruiz',
      teamName: 'North',
      pipelines: null,
      cells: quarters.map((key) => cell(key, '300000', key === '2026-Q1' ? 'goal' : 'typed')),
      remark: null,
    },
    {
      subjectKind: 'rep',
      subjectId: '202',
      pipelineIds: null,
      name: 'Ben Okafor',
      teamName: 'North',
      pipelines: null,
      cells: quarters.map((key) =>
        key === '2026-Q4' ? cell(key, '180000', 'example') : cell(key, null, null),
      ),
      remark: 'Starts 1 Oct, ramp of 6 months: the quota counts in part.',
    },
  ],
  after: null,
  suggestions: 1,
  ...changes,
});

export const examplePastePreview: QuotaPastePreview = {
  digest: 'digest-2',
  headline: '1 added, 1 changed; 1 line cannot be used.',
  counts: { added: 1, changed: 1, removed: 0, unchanged: 0, unmatched: 1 },
  changes: [
    {
      kind: 'changed',
      line: 2,
      name: 'Ana Ruiz',
      pipelines: null,
      period: 'Q4 2026',
      before: '300,000 EUR',
      after: '320,000 EUR',
      remark: null,
    },
    {
      kind: 'added',
      line: 3,
      name: 'Ben Okafor',
      pipelines: 'Sales Pipeline',
      period: 'Q4 2026',
      before: null,
      after: '150,000 EUR',
      remark: null,
    },
  ],
  unmatched: [{ line: 4, reason: 'Nobody here has the address jo@acme.example.' }],
};

export const exampleCalendar: CalendarView = {
  periodKind: 'quarter',
  fiscalStartMonth: 1,
  current: { label: 'Q4 2026', first: '2026-10-01', last: '2026-12-31' },
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  hubspotNote: 'Both are changed in HubSpot.',
};

export const exampleCalendarPreview: CalendarPreview = {
  isChange: true,
  before: [{ label: 'Q4 2026', first: '2026-10-01', last: '2026-12-31' }],
  after: [{ label: 'Q3 2026', first: '2026-10-01', last: '2026-12-31' }],
  consequences: ['Every deal is credited anew.'],
};

export const examplePipelines: PipelinesView = {
  rule: 'Deals of every pipeline count, unless a quota names its pipelines.',
  pipelines: [
    { id: 'default', label: 'Sales Pipeline', counts: true, openDeals: 371, ownQuotas: 0 },
    { id: 'renewals', label: 'Renewals', counts: true, openDeals: 41, ownQuotas: 2 },
  ],
};

export const examplePipelinesPreview: PipelinesPreview = {
  isChange: true,
  headline: 'The numbers of 1 person move.',
  people: [{ name: 'Ana Ruiz', before: '273,000 EUR, 91 %', after: '213,000 EUR, 71 %' }],
  consequences: ['Quotas that name their pipelines stay as they are.'],
};

export const exampleSharing = (changes: Partial<SharingView> = {}): SharingView => ({
  level: 'team',
  isChosen: false,
  choices: [
    {
      level: 'everyone',
      title: 'Everybody sees the owner’s',
      sentence: 'Each open deal carries its owner’s quota, attainment and gap.',
      seenBy: 'Read by all 14 people who can open the deal.',
      teams: [],
    },
    {
      level: 'team',
      title: 'Everybody sees the team’s',
      sentence: 'Each open deal carries the figures of its owner’s team, from four quota carriers up.',
      seenBy: 'Nobody can work out one person’s figures from them.',
      teams: [
        { name: 'North', carriers: 6, isShown: true, sentence: 'North is shown: 6 people with a quota.' },
        { name: 'South', carriers: 2, isShown: false, sentence: 'South is not: only 2 people have a quota.' },
      ],
    },
    {
      level: 'cards',
      title: 'Only on the cards',
      sentence: 'No figure of a person or team stands on a deal.',
      seenBy: 'Read by the owner, their managers and ops.',
      teams: [],
    },
  ],
  ...changes,
});

export const exampleWrites = (changes: Partial<WritesView> = {}): WritesView => ({
  state: 'on',
  headline: 'Sideline writes to your open deals.',
  mayStart: false,
  mayPause: true,
  mayResume: false,
  mayRemove: true,
  properties: [
    {
      name: 'sideline_attainment',
      label: 'Quota attainment',
      description: 'How much of the quota is reached.',
      deals: 1240,
      lastWriteLabel: '24 Nov, 10:42',
    },
    {
      name: 'sideline_win_probability',
      label: 'Win probability this period',
      description: 'How likely this deal is to be won before the period ends.',
      deals: 1240,
      lastWriteLabel: '24 Nov, 10:42',
    },
  ],
  choices: [
    {
      name: 'sideline_open_actions',
      label: 'Open coaching actions',
      description: 'How many actions agreed in coaching on this deal are still open.',
      isOn: false,
      remark: 'Off: HubSpot has no such property of Sideline’s.',
      maySwitch: true,
    },
  ],
  ...changes,
});

export const exampleNotWritten = exampleWrites({
  state: 'notAsked',
  headline: 'Nothing is written yet.',
  mayStart: true,
  mayPause: false,
  mayRemove: false,
  properties: exampleWrites().properties.map((property) => ({ ...property, deals: 0, lastWriteLabel: null })),
});

export const examplePlan: WritePlanView = {
  headline: '1,240 deals, 9 properties, 13 calls',
  deals: 1240,
  properties: 9,
  calls: 13,
  upToDate: 0,
  byProperty: [{ name: 'sideline_attainment', label: 'Quota attainment', deals: 1240 }],
  examples: [
    { record: record('7001', 'Alder Foods'), values: [{ label: 'Quota attainment', value: '71 %' }] },
  ],
  remark: null,
};

export const noParked: ParkedView = { total: 0, rows: [], after: null };
export const exampleParked: ParkedView = {
  total: 1,
  rows: [
    {
      record: record('7001', 'Alder Foods'),
      code: 'REQUIRED_FIELD',
      message: 'Property "next_step" is required.',
      values: [{ label: 'Quota attainment', value: '71 %' }],
    },
  ],
  after: null,
};

export const exampleFeatures: FeaturesView = {
  features: [
    {
      id: 'quota',
      title: 'Attainment and forecast',
      state: 'on',
      reasons: ['Reads deals and their stages, from which attainment and forecast are computed.'],
      scopes: [{ name: 'crm.objects.deals.read', isGranted: true }],
      nextStep: null,
      grantUrl: null,
      maySwitch: false,
    },
    {
      id: 'deal-splits',
      title: 'Deal splits',
      state: 'needsScopes',
      reasons: ['Reads how a deal is split, so that each partner is credited with their own part.'],
      scopes: [{ name: 'crm.dealsplits.read_write', isGranted: false }],
      nextStep: 'Grant it in HubSpot. Refusing switches off deal splits only.',
      grantUrl: 'https://api.sideline.example/oauth/start?feature=deal-splits',
      maySwitch: false,
    },
    {
      id: 'goals',
      title: 'Quotas from HubSpot goals',
      state: 'off',
      reasons: ['Reads the goals you have set in HubSpot, so that nobody types a quota twice.'],
      scopes: [{ name: 'crm.objects.goals.read', isGranted: true }],
      nextStep: null,
      grantUrl: null,
      maySwitch: true,
    },
  ],
};

export const exampleQuality: DataQualityView = {
  headline: '38 of 412 open deals have a gap.',
  checks: [
    {
      id: 'noAmount',
      title: 'Without an amount',
      deals: 38,
      consequence: 'They count as nothing in the forecast.',
      fix: 'Enter an amount on each.',
    },
    {
      id: 'noOwner',
      title: 'Without an owner',
      deals: 0,
      consequence: 'They count for nobody.',
      fix: 'Give each an owner.',
    },
  ],
};

export const exampleGaps: DataGapView = {
  check: 'noAmount',
  total: 38,
  deals: [
    { record: record('7001', 'Alder Foods'), owner: 'Ana Ruiz', detail: 'closes 3 Oct 2026' },
    { record: record('7002', ''), owner: null, detail: null },
  ],
  after: 'page-2',
};

export const exampleSync = (changes: Partial<SyncView> = {}): SyncView => ({
  state: 'upToDate',
  headline: 'Up to date: everything that HubSpot told us is worked in.',
  progress: null,
  facts: [
    { id: 'lastPull', label: 'Last full read', value: '24 Nov, 03:07' },
    { id: 'lastEvent', label: 'Last change heard of', value: '24 Nov, 10:41' },
    { id: 'waiting', label: 'Waiting', value: 'none' },
  ],
  waiting: 0,
  parked: 0,
  pausedUntilLabel: null,
  mayCheckAgain: true,
  ...changes,
});

export const exampleAboutMe = (changes: Partial<AboutMeView> = {}): AboutMeView => ({
  name: 'Ana Ruiz',
  remark: null,
  held: [
    {
      title: 'Quota',
      lines: ['300,000 EUR for Q4 2026, from a HubSpot goal'],
      from: 'HubSpot',
      seenBy: 'you, your managers and ops',
    },
  ],
  copy: null,
  handover: null,
  viewers: [{ name: 'Maria Lang', because: 'is your manager', since: 'since 3 Oct 2026' }],
  onDeals: 'Your open deals carry your team’s figures, never yours.',
  rights: ['Ask ops for a correction.'],
  ...changes,
});

export const exampleErasure: ErasurePreview = {
  name: 'Harbour Instruments',
  erased: ['12,480 deals', '14 people'],
  kept: ['Nothing'],
  confirmWith: 'Harbour Instruments',
};

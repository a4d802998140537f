import {
  Button,
  Checkbox,
  Input,
  LoadingButton,
  NumberInput,
  RadioButton,
  Select,
  StatusTag,
  TextArea,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type { SectionId } from '../../../extensions/src/app/settings/page/page-context.ts';
import { eventually } from '../eventually.ts';
import {
  exampleAboutMe,
  exampleAudit,
  exampleCalendar,
  exampleCalendarPreview,
  exampleErasure,
  exampleFeatures,
  exampleGaps,
  exampleNotWritten,
  exampleParked,
  examplePeople,
  examplePipelines,
  examplePipelinesPreview,
  examplePlan,
  exampleQuality,
  exampleQuotas,
  exampleRoles,
  exampleSharing,
  exampleSync,
  exampleWrites,
  noParked,
} from './example-views.ts';
import { never, openSettings, refusal, type Answers } from './open-settings.tsx';

afterEach(() => jest.restoreAllMocks());

async function openSection(section: SectionId, answers: Answers) {
  const page = openSettings(answers);
  await page.openTab(section);
  return page;
}
type Page = Awaited<ReturnType<typeof openSection>>;
const press = (page: Page, text: string) => {
  const found =
    page.renderer.maybeFind(LoadingButton, (button) => button.text === text) ??
    page.renderer.find(Button, (button) => button.text === text);
  found.trigger('onClick');
};
const anyKey = expect.stringMatching(/^[\w-]{8,64}$/);

const firstQuestions: [SectionId, string][] = [
  ['people', '/settings/people'],
  ['quotas', '/settings/quotas'],
  ['calendar', '/settings/calendar'],
  ['coaching', '/settings/coaching/pulse'],
  ['sharing', '/settings/sharing'],
  ['writing', '/settings/writes'],
  ['features', '/settings/features'],
  ['dataQuality', '/settings/data-quality'],
  ['sync', '/settings/sync'],
  ['aboutMe', '/settings/about-me'],
];

describe.each(firstQuestions)('%s', (section, path) => {
  const others = {
    'GET /settings/roles': never,
    'GET /settings/pipelines': never,
    'GET /settings/sync/parked': never,
  };

  it('asks when it is opened and not before, and waits with a spinner', async () => {
    const page = openSettings({ ...others, [`GET ${path}`]: never });
    await page.reads('7 of 10 steps are left.');
    expect(page.calls.map((call) => call.path)).toEqual(['/settings/setup']);
    await page.openTab(section);
    await page.call(`GET ${path}`);
    await page.reads(/^(Reading|Looking|Asking)/);
  });

  it('says in the words of the service why there is nothing', async () => {
    const page = await openSection(section, {
      ...others,
      [`GET ${path}`]: refusal('unavailable', 'Not now.'),
    });
    await page.reads('Not now.');
  });
});

it('quotas: what is typed is saved together, and only what differs', async () => {
  const page = await openSection('quotas', {
    'GET /settings/quotas': exampleQuotas(),
    'POST /settings/quotas': { message: 'Saved 2 quotas.' },
  });
  await page.reads('Ben Okafor');
  expect(page.words()).toEqual(expect.arrayContaining(['300,000 EUR', 'HubSpot goal', 'none', 'suggested']));
  press(page, 'Edit quotas');
  const field = (subjectId: string, label: string) =>
    page.renderer.find(
      NumberInput,
      ({ props }) => props.label === label && props.name.includes(`"${subjectId}"`),
    );
  field('201', 'Q4 2026').trigger('onChange', 300_000 as never);
  field('201', 'Q3 2026').trigger('onChange', Number.NaN as never);
  field('201', 'Q1 2026').trigger('onChange', Number.NaN as never);
  field('202', 'Q2 2026').trigger('onChange', 150_000.5 as never);
  press(page, 'Save 2 changes');
  const subject = (subjectId: string) => ({ subjectKind: 'rep', subjectId, pipelineIds: null });
  expect((await page.call('POST /settings/quotas')).body).toEqual({
    key: anyKey,
    changes: [
      { ...subject('201'), periodKey: '2026-Q3', amount: null },
      { ...subject('202'), periodKey: '2026-Q2', amount: '150000.5' },
    ],
  });
  await eventually(() => expect(page.alerts()).toEqual(['Saved 2 quotas.']));
  await page.call('GET /settings/quotas', 1);
});

it('quotas: suggestions are taken period by period', async () => {
  const page = await openSection('quotas', {
    'GET /settings/quotas': exampleQuotas(),
    'POST /settings/quotas/suggestions': { message: 'Taken.' },
  });
  await page.reads('1 quota is only suggested');
  press(page, 'Take those of Q4 2026 as ours');
  expect((await page.call('POST /settings/quotas/suggestions')).body).toMatchObject({
    periodKey: '2026-Q4',
    ownerIds: null,
  });
});

it('quotas: nobody yet', async () => {
  const page = await openSection('quotas', {
    'GET /settings/quotas': exampleQuotas({ rows: [], suggestions: 0 }),
  });
  await page.reads('There is nobody to give a quota yet.');
});

it('people: who has no manager, who left, and the log asked for only when opened', async () => {
  const page = await openSection('people', {
    'GET /settings/people': examplePeople(),
    'GET /settings/roles': exampleRoles,
    'GET /settings/audit': exampleAudit,
  });
  await page.reads('4 people, 2 without a manager. Managers see the figures of everybody below them.');
  await page.reads('Olga Ruiz (you)');
  expect(page.words()).toEqual(
    expect.arrayContaining(['Nobody. Suggested: Maria Lang', 'from 1 Oct 2026', '6 months', 'Left']),
  );
  expect(page.calls.map(({ path }) => path)).not.toContain('/settings/audit');
});

it('people: a search asks for those alone', async () => {
  const page = await openSection('people', {
    'GET /settings/people': examplePeople({ people: [], total: 0 }),
    'GET /settings/roles': exampleRoles,
  });
  await page.reads('HubSpot knows nobody who owns deals yet.');
  page.renderer.find(Input, { name: 'search' }).trigger('onChange', ' jo ' as never);
  expect((await page.call('GET /settings/people', 1)).query).toEqual({ search: 'jo' });
  await page.reads('Nobody is called that.');
});

it('people: somebody is made ops', async () => {
  const page = await openSection('people', {
    'GET /settings/people': examplePeople(),
    'GET /settings/roles': exampleRoles,
    'POST /settings/roles/grant': { ...exampleRoles, candidates: [] },
  });
  await page.reads('Olga Ruiz (you)');
  page.renderer.find(Select, { name: 'candidate' }).trigger('onChange', '3' as never);
  press(page, 'Make ops');
  expect((await page.call('POST /settings/roles/grant')).body).toEqual({ userId: '3', key: anyKey });
  await eventually(() => expect(page.renderer.maybeFind(Select, { name: 'candidate' })).toBeNull());
});

it('calendar: what a change would do is shown before it is saved', async () => {
  const page = await openSection('calendar', {
    'GET /settings/calendar': exampleCalendar,
    'GET /settings/pipelines': examplePipelines,
    'GET /settings/calendar/preview': exampleCalendarPreview,
    'POST /settings/calendar': { ...exampleCalendar, fiscalStartMonth: 4 },
  });
  await page.reads('Now is Q4 2026: 1 Oct 2026 to 31 Dec 2026.');
  page.renderer.find(Select, { name: 'fiscalStartMonth' }).trigger('onChange', 4 as never);
  expect((await page.call('GET /settings/calendar/preview')).query).toEqual({
    periodKind: 'quarter',
    fiscalStartMonth: '4',
  });
  await page.reads('Every deal is credited anew.');
  press(page, 'Save');
  expect((await page.call('POST /settings/calendar')).body).toMatchObject({ fiscalStartMonth: 4 });
});

it('calendar: whose numbers another choice of pipelines moves is shown before it is saved', async () => {
  const [sales, renewals] = examplePipelines.pipelines;
  const saved = { ...examplePipelines, pipelines: [sales, { ...renewals, counts: false }] };
  const page = await openSection('calendar', {
    'GET /settings/calendar': exampleCalendar,
    'GET /settings/pipelines': examplePipelines,
    'POST /settings/pipelines/preview': examplePipelinesPreview,
    'POST /settings/pipelines': saved,
  });
  await page.reads('Renewals');
  const tick = () => page.renderer.find(Checkbox, { name: 'counts renewals' });
  expect(tick().props.checked).toBe(true);
  tick().trigger('onChange', false as never);
  expect((await page.call('POST /settings/pipelines/preview')).body).toMatchObject({
    uncountedIds: ['renewals'],
  });
  await page.reads('The numbers of 1 person move.');
  await page.reads('213,000 EUR, 71 %');
  press(page, 'Save pipelines');
  expect((await page.call('POST /settings/pipelines')).body).toEqual({
    uncountedIds: ['renewals'],
    key: anyKey,
  });
  await eventually(() => expect(page.alerts()).toEqual(['Saved. The numbers follow in a minute.']));
  expect(tick().props.checked).toBe(false);
  expect(page.words()).not.toContain('The numbers of 1 person move.');
});

it('sharing: a level is chosen and saved', async () => {
  const page = await openSection('sharing', {
    'GET /settings/sharing': exampleSharing(),
    'POST /settings/sharing': exampleSharing({ level: 'cards', isChosen: true }),
  });
  await page.reads('South is not: only 2 people have a quota.');
  page.renderer.find(RadioButton, { value: 'cards' }).trigger('onChange', true as never);
  press(page, 'Save');
  expect((await page.call('POST /settings/sharing')).body).toEqual({ level: 'cards', key: anyKey });
  await page.reads('Chosen');
});

it('writing: nothing is written before the plan was seen and the button pressed', async () => {
  const page = await openSection('writing', {
    'GET /settings/writes': exampleNotWritten,
    'GET /settings/writes/plan': examplePlan,
    'GET /settings/sync/parked': noParked,
    'POST /settings/writes/start': exampleWrites(),
  });
  await page.reads('1,240 deals, 9 properties, 13 calls');
  press(page, 'Write to HubSpot');
  expect((await page.call('POST /settings/writes/start')).body).toEqual({ hasSeenPlan: true, key: anyKey });
  await page.reads('Set up Sideline for Harbour Instruments');
});

it('writing: what was written, and a refused write tried again', async () => {
  const page = await openSection('writing', {
    'GET /settings/writes': exampleWrites(),
    'GET /settings/sync/parked': exampleParked,
    'POST /settings/sync/retry': { message: 'It is tried again now.' },
  });
  await page.reads('HubSpot refused 1 write');
  expect(page.words()).toEqual(
    expect.arrayContaining(['1,240', '24 Nov, 10:42', 'Property "next_step" is required.', 'REQUIRED_FIELD']),
  );
  press(page, 'Try again');
  expect((await page.call('POST /settings/sync/retry')).body).toEqual({ recordId: '7001', key: anyKey });
  await eventually(() => expect(page.alerts()).toEqual(['It is tried again now.']));
});

it('writing: a property of coaching is off until its own button is pressed', async () => {
  const [choice] = exampleWrites().choices;
  const on = { ...choice!, isOn: true, remark: 'On: kept up to date on your open deals.' };
  const page = await openSection('writing', {
    'GET /settings/writes': exampleWrites(),
    'GET /settings/sync/parked': noParked,
    'POST /settings/writes/property': exampleWrites({ choices: [on] }),
  });
  await page.reads('Off: HubSpot has no such property of Sideline’s.');
  press(page, 'Switch on Open coaching actions');
  expect((await page.call('POST /settings/writes/property')).body).toEqual({
    name: 'sideline_open_actions',
    isOn: true,
    key: anyKey,
  });
  await page.reads('On: kept up to date on your open deals.');
});

it('features: what is on, what lacks a permission and where to grant it, and a switch', async () => {
  const page = await openSection('features', {
    'GET /settings/features': exampleFeatures,
    'POST /settings/features': exampleFeatures,
  });
  await page.reads('Not granted in HubSpot: crm.dealsplits.read_write');
  expect(page.renderer.findAll(StatusTag).map(({ text }) => text)).toEqual(['On', 'Needs permission', 'Off']);
  const grant = page.renderer.find(Button, (button) => button.text === 'Grant in HubSpot');
  expect(grant.props.href).toEqual({
    url: 'https://api.sideline.example/oauth/start?feature=deal-splits',
    external: true,
  });
  press(page, 'Switch on');
  expect((await page.call('POST /settings/features')).body).toEqual({ id: 'goals', isOn: true, key: anyKey });
});

it('data quality: a gap opens to its deals, page by page', async () => {
  const page = await openSection('dataQuality', {
    'GET /settings/data-quality': exampleQuality,
    'GET /settings/data-quality/deals': exampleGaps,
  });
  await page.reads('38 of 412 open deals have a gap.');
  press(page, 'Show deals');
  expect((await page.call('GET /settings/data-quality/deals')).query).toEqual({ check: 'noAmount' });
  await page.reads('Alder Foods');
  expect(page.words()).toEqual(expect.arrayContaining(['Without a name', 'nobody', 'closes 3 Oct 2026']));
  press(page, 'Next page');
  expect((await page.call('GET /settings/data-quality/deals', 1)).query).toMatchObject({ after: 'page-2' });
});

it('sync: how it stands, and reading everything again', async () => {
  const page = await openSection('sync', {
    'GET /settings/sync': exampleSync({ parked: 2 }),
    'POST /settings/sync/check': { message: 'It begins in a moment.' },
  });
  await page.reads('Last full read');
  expect(page.words()).toContain('See 2 refused writes');
  press(page, 'Read everything again');
  await eventually(() => expect(page.alerts()).toEqual(['It begins in a moment.']));
  await page.call('GET /settings/sync', 1);
});

it('privacy: an export is shown as text to copy', async () => {
  const page = await openSection('privacy', {
    'GET /settings/export/portal': { fileName: 'sideline.json', json: '{"deals":2}' },
  });
  await page.reads('Export everything');
  press(page, 'Export everything');
  await eventually(() => expect(page.renderer.find(TextArea).props.value).toBe('{"deals":2}'));
});

it('privacy: everything is erased only when the name was typed', async () => {
  const page = await openSection('privacy', {
    'GET /settings/portal/erase': exampleErasure,
    'POST /settings/portal/erase': { message: 'Erased.' },
  });
  await page.reads('Leaving');
  const { Modal } = await import('@hubspot/ui-extensions');
  const dialog = () => {
    const trigger = page.renderer.find(Button, (button) => button.text === 'Erase everything');
    return trigger.props.overlay!;
  };
  dialog().find(Modal).trigger('onOpen');
  await eventually(() => dialog().find(Input));
  const erase = () => dialog().find(LoadingButton);
  expect(erase().props.disabled).toBe(true);
  dialog()
    .find(Input)
    .trigger('onInput', 'Harbour' as never);
  await eventually(() => expect(erase().props.disabled).toBe(true));
  dialog()
    .find(Input)
    .trigger('onInput', 'Harbour Instruments' as never);
  await eventually(() => expect(erase().props.disabled).toBe(false));
  dialog()
    .find(Checkbox)
    .trigger('onChange', false as never);
  await eventually(() => expect(dialog().find(Checkbox).props.checked).toBe(false));
  erase().trigger('onClick');
  expect((await page.call('POST /settings/portal/erase')).body).toEqual({
    confirm: 'Harbour Instruments',
    removeProperties: false,
    key: anyKey,
  });
});

it('about me: what is held, from where, and who sees it since when', async () => {
  const page = await openSection('aboutMe', { 'GET /settings/about-me': exampleAboutMe() });
  await page.reads('300,000 EUR for Q4 2026, from a HubSpot goal');
  expect(page.words()).toEqual(
    expect.arrayContaining([
      'From HubSpot. Seen by you, your managers and ops.',
      'Maria Lang',
      'is your manager',
      'since 3 Oct 2026',
    ]),
  );
});

it('about me: nobody else', async () => {
  const page = await openSection('aboutMe', { 'GET /settings/about-me': exampleAboutMe({ viewers: [] }) });
  await page.reads('Nobody but you.');
});

it('coaching: who sees what is read before the pulse is switched, either way', async () => {
  const view = (isOn: boolean) => ({
    isOn,
    terms: ['Ops see none of it.', 'From eight answers up.'],
    consequence: isOn ? 'Deletes every answer.' : 'Asks everybody with a manager.',
  });
  const page = await openSection('coaching', {
    'GET /settings/coaching/pulse': view(false),
    'POST /settings/coaching/pulse': ({ body }: { body: { isOn: boolean } }) => view(body.isOn),
  });
  await page.reads('Asks everybody with a manager.');
  expect(page.words()).toEqual(expect.arrayContaining(['Off', 'Ops see none of it.']));
  press(page, 'Switch the pulse on');
  await page.reads('Deletes every answer.');
  expect((await page.call('POST /settings/coaching/pulse')).body).toEqual({ key: anyKey, isOn: true });
  press(page, 'Switch the pulse off');
  await page.reads('Asks everybody with a manager.');
  expect(page.alerts()).toEqual([
    'The pulse is on: people are asked whether they want to take part.',
    'The pulse is off, and what people answered is deleted.',
  ]);
});

import {
  Alert,
  Button,
  Icon,
  LoadingButton,
  LoadingSpinner,
  ProgressBar,
  TextArea,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { eventually } from '../eventually.ts';
import {
  exampleHistory,
  exampleReading,
  exampleRoles,
  exampleSetup,
  exampleSteps,
  setupAt,
  exampleAboutMe,
} from './example-views.ts';
import { never, openSettings, refusal } from './open-settings.tsx';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const primaries = (page: ReturnType<typeof openSettings>) =>
  [...page.renderer.findAll(Button), ...page.renderer.findAll(LoadingButton)]
    .filter((button) => button.props.variant === 'primary')
    .map((button) => button.text);

describe('the first run', () => {
  it('waits with a spinner until it is answered', () => {
    const page = openSettings({ 'GET /settings/setup': never });
    expect(page.renderer.find(LoadingSpinner).props.label).toBe('Opening the settings');
  });

  it('shows every step with its tick, and one primary button: that of the next one', async () => {
    const page = openSettings();
    await page.reads('Set up Sideline for Harbour Instruments');
    for (const [index, step] of exampleSteps.entries()) {
      expect(page.words()).toEqual(expect.arrayContaining([`${index + 1}. ${step.title}`, step.sentence]));
    }
    expect(page.renderer.findAll(Icon).map((icon) => icon.props.screenReaderText)).toEqual([
      ...Array<string>(3).fill('Done'),
      ...Array<string>(6).fill('To do'),
      'May be left open',
    ]);
    expect(primaries(page)).toEqual(['See the gaps']);
  });

  it('a step is confirmed by pressing, and the list moves on', async () => {
    const page = openSettings({ 'POST /settings/setup/confirm': setupAt('hierarchy') });
    await page.reads('7 of 10 steps are left.');
    page.renderer.find(LoadingButton, (button) => button.text === 'Go on with these gaps').trigger('onClick');
    expect((await page.call('POST /settings/setup/confirm')).body).toEqual({
      step: 'dataGaps',
      key: expect.stringMatching(/^[\w-]{8,64}$/),
    });
    await eventually(() => expect(primaries(page)).toEqual(['Check who reports to whom']));
  });

  it('a lost answer is asked for again with the same key', async () => {
    let lost = true;
    const page = openSettings({
      'POST /settings/setup/confirm': () => {
        if (!lost) return setupAt('hierarchy');
        lost = false;
        throw new Error('the line broke');
      },
    });
    await page.reads('7 of 10 steps are left.');
    const press = () =>
      page.renderer
        .find(LoadingButton, (button) => button.text === 'Go on with these gaps')
        .trigger('onClick');
    press();
    await page.reads('Sideline did not answer. Try again in a minute.');
    press();
    await eventually(() => expect(primaries(page)).toEqual(['Check who reports to whom']));
    const keys = page.calls.filter(({ method }) => method === 'POST').map(({ body }) => body['key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('looking at a step opens its tab, and coming back asks for the steps anew', async () => {
    const page = openSettings({ 'GET /settings/data-quality': never });
    await page.reads('7 of 10 steps are left.');
    page.renderer.find(Button, (button) => button.text === 'See the gaps').trigger('onClick');
    await page.call('GET /settings/data-quality');
    page.answers['GET /settings/setup'] = setupAt('quotas');
    await page.openTab('setup');
    await eventually(() => expect(primaries(page)).toEqual(['Check the quotas']));
  });

  it('cards: how to place them, and which have been seen', async () => {
    const page = openSettings({ 'GET /settings/setup': setupAt('cards') });
    await page.reads('Sideline quota and forecast · deal, middle column · seen 24 Nov, 10:44');
    expect(page.words()).toContain('Sideline quota · deal, sidebar');
    expect(primaries(page)).toEqual(['They are in place']);
  });

  it('the invitation is there to copy; Sideline sends nothing', async () => {
    const setup = setupAt('invite');
    const steps = setup.steps.map((step) =>
      step.id === 'invite' ? { ...step, state: 'open' as const } : step,
    );
    const page = openSettings({ 'GET /settings/setup': { ...setup, steps } });
    await page.reads('Your managers: Maria Lang, Devon Clarke.');
    expect(page.renderer.find(TextArea).props.value).toBe('Sideline is on every deal now.');
    page.renderer.find(Button, (button) => button.text === 'Copy the words').trigger('onClick');
    await eventually(() => expect(page.alerts()).toEqual(['Copied. Paste it into a mail or a chat.']));
    expect(page.renderer.mocks.actions.copyTextToClipboard.calls).toEqual([
      ['Sideline is on every deal now.'],
    ]);
  });

  it('the history opens to its quarters, asked for only then', async () => {
    const page = openSettings({ 'GET /settings/setup/history': exampleHistory });
    await page.reads('7 of 10 steps are left.');
    expect(page.calls).toHaveLength(1);
    const { Accordion, BarChart } = await import('@hubspot/ui-extensions');
    page.renderer.find(Accordion, { title: 'See the periods' }).trigger('onClick');
    await eventually(() => page.renderer.find(BarChart));
    expect(page.renderer.find(BarChart).props.data).toHaveLength(12);
    expect(page.words()).toContain(
      'Q3 2026: 212 open deals. Came: 410,000 EUR. Weighted pipeline: 530,000 EUR. Sideline: 402,000 EUR.',
    );
  });

  it('ends in "You are ready"', async () => {
    const steps = exampleSteps.map((step) => ({ ...step, state: 'done' as const, mayConfirm: false }));
    const page = openSettings({ 'GET /settings/setup': exampleSetup({ isReady: true, steps }) });
    await eventually(() => page.renderer.find(Alert));
    expect(page.renderer.find(Alert).props).toMatchObject({ title: 'You are ready', variant: 'success' });
    expect(primaries(page)).toEqual([]);
  });
});

describe('while the deals are read', () => {
  it('shows how far it is, and asks again by itself until it is done', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const page = openSettings({ 'GET /settings/setup': exampleReading });
    await jest.advanceTimersByTimeAsync(100);
    expect(page.renderer.find(ProgressBar).props).toMatchObject({
      title: 'Reading deals',
      value: 34,
      valueDescription: '4,200 of 12,480 deals',
    });
    await jest.advanceTimersByTimeAsync(3_100);
    expect(page.calls).toHaveLength(2);
    page.answers['GET /settings/setup'] = exampleSetup();
    await jest.advanceTimersByTimeAsync(3_100);
    expect(page.renderer.maybeFind(ProgressBar)).toBeNull();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(page.calls).toHaveLength(3);
  });

  it('stops asking after ten minutes, and leaves it to the person', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const page = openSettings({ 'GET /settings/setup': exampleReading });
    for (let seconds = 0; seconds < 700; seconds += 1) await jest.advanceTimersByTimeAsync(1_000);
    expect(page.calls).toHaveLength(201);
    page.renderer.find(Button, (button) => button.text === 'Check again').trigger('onClick');
    for (let seconds = 0; seconds < 10; seconds += 1) await jest.advanceTimersByTimeAsync(1_000);
    expect(page.calls).toHaveLength(202);
  });
});

describe('who may not, and what may go wrong', () => {
  it('somebody who is not ops reads so, and what is held on them', async () => {
    const page = openSettings({
      'GET /settings/setup': refusal('forbidden', 'Only ops can see and change this.'),
      'GET /settings/about-me': exampleAboutMe(),
    });
    await page.reads('Only ops can change these settings');
    await page.reads('What Sideline holds on you, Ana Ruiz');
    expect(page.words()).not.toContain('Set up');
  });

  it('a super admin becomes ops, and the page is theirs', async () => {
    const page = openSettings({
      'GET /settings/setup': refusal('forbidden', 'Only ops can see and change this.'),
      'GET /settings/about-me': exampleAboutMe(),
      'POST /settings/roles/claim': refusal('forbidden', 'HubSpot says that you are no super admin.'),
    });
    await page.reads('Only ops can change these settings');
    const claim = () =>
      page.renderer
        .find(LoadingButton, (button) => button.text === 'I am a super admin: make me ops')
        .trigger('onClick');
    claim();
    await page.reads('HubSpot says that you are no super admin.');
    page.answers['POST /settings/roles/claim'] = exampleRoles;
    page.answers['GET /settings/setup'] = exampleSetup();
    claim();
    await eventually(() => expect(page.alerts()).toEqual(['You are ops now.']));
    await page.reads('Set up');
    expect(page.words()).not.toContain('Only ops can change these settings');
  });

  it.each([
    ['unavailable', 'Sideline cannot be reached'],
    ['not_connected', 'Sideline is not connected'],
    ['internal', 'Something went wrong'],
  ])('%s: "%s"', async (code, title) => {
    const page = openSettings({ 'GET /settings/setup': refusal(code, 'In words of the service.') });
    await page.reads(title);
    expect(page.words()).toContain('In words of the service.');
  });

  it('trying again asks again', async () => {
    const page = openSettings({ 'GET /settings/setup': refusal('unavailable', 'Away.') });
    await page.reads('Away.');
    page.answers['GET /settings/setup'] = exampleSetup();
    page.renderer.find(Button, (button) => button.text === 'Try again').trigger('onClick');
    await page.reads('Set up Sideline for Harbour Instruments');
  });
});

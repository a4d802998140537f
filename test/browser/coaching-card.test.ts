import type { CoachingCardView } from '../../src/contract/index.ts';
import { exampleContent, exampleRepView, exampleView } from '../extensions/coaching/example-views.ts';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { playCoaching } from './play-coaching.ts';
import { startCoaching } from './start-coaching.ts';

const DEAL = '/deals/301002';
const SAVE = 'POST /cards/coaching/note';

describe('the coaching card', () => {
  let started: Awaited<ReturnType<typeof startCoaching>>;
  let browser: OpenBrowser;
  let service = playCoaching(exampleView());
  beforeAll(async () => {
    started = await startCoaching((request) => service.answer(request));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await started.stop();
  });

  const card = () => browser.page.locator('[data-card=tab]');
  const panel = () => browser.page.getByRole('dialog', { name: 'Coaching note for Ana Ruiz' });
  const status = (text: string | RegExp) => panel().getByText(text).waitFor();
  async function open(view: CoachingCardView, path = DEAL) {
    service = playCoaching(view);
    await browser.page.goto(started.portal.origin + path);
    await card().getByText(view.headline, { exact: true }).waitFor();
  }
  async function write(goal: string) {
    await card().getByRole('button', { name: 'Write a note' }).click();
    await panel().getByLabel('Goal').fill(goal);
  }
  const noFaults = async () => {
    expect(await browser.page.evaluate('window.__unimplemented')).toEqual([]);
    expect(browser.faults.splice(0)).toEqual([]);
  };

  test('shares a note with one action in four clicks and two fields', async () => {
    const { page } = browser;
    await open(exampleView());
    let clicks = 0;
    const click = async (target: ReturnType<typeof card>) => {
      clicks += 1;
      await target.click();
    };
    await click(card().getByRole('button', { name: 'Write a note' }));
    await click(panel().getByLabel('Goal'));
    await page.keyboard.type('Signed order form by 30 Nov, whatever procurement says of it');
    await click(panel().getByLabel('What will be done'));
    await page.keyboard.type('call Jo');
    await click(panel().getByRole('button', { name: 'Share with Ana' }));
    await page.getByText('Shared with Ana.').waitFor();
    await panel().waitFor({ state: 'hidden' });
    await card().getByText('Deal coaching · shared', { exact: true }).waitFor();
    expect(clicks).toBe(4);
    expect(service.calls.filter(({ path }) => path === SAVE).at(-1)?.body).toMatchObject({
      state: 'shared',
      content: {
        text: { goal: 'Signed order form by 30 Nov, whatever procurement says of it' },
        promises: [{ text: 'call Jo', doer: 'rep', dueOn: '2026-12-01' }],
      },
    });
    await noFaults();
  });

  test('saves while one types, and goes on with it after a reload', async () => {
    await open(exampleView());
    await write('Begun');
    await status(/^Saved 24 Nov/);
    await browser.page.reload();
    await card().getByRole('button', { name: 'Go on with your note' }).click();
    expect(await panel().getByLabel('Goal').inputValue()).toBe('Begun');
    await noFaults();
  });

  test('keeps what is typed offline, and sends it when the line is back', async () => {
    const { page } = browser;
    await open(exampleView());
    await write('On the train');
    await page.context().setOffline(true);
    await panel().getByLabel('Reality').fill('In a tunnel');
    await status('Not saved: you are offline. It is sent when you are back.');
    await page.keyboard.press('Escape');
    await card().getByRole('button', { name: /note$/ }).click();
    expect(await panel().getByLabel('Reality').inputValue()).toBe('In a tunnel');
    await page.context().setOffline(false);
    await status(/^Saved 24 Nov/);
    expect(service.state.view.draft?.content.text).toMatchObject({
      goal: 'On the train',
      reality: 'In a tunnel',
    });
    // Browser and page note each call that could not be made; nothing else went wrong.
    const noted = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;
    expect(browser.faults.splice(0).filter((fault) => !noted.test(fault))).toEqual([]);
  });

  test('shows two versions side by side and loses neither', async () => {
    await open(exampleView());
    await write('Mine');
    await status(/^Saved 24 Nov/);
    service.state.view = {
      ...service.state.view,
      draft: { id: '61', version: 9, content: exampleContent('Theirs'), savedLabel: 'Saved 24 Nov, 10:49' },
    };
    await panel().getByLabel('Reality').fill('Mine too');
    await panel().getByRole('button', { name: 'Keep mine' }).click();
    await status(/^Saved 24 Nov/);
    expect(service.state.view.draft).toMatchObject({
      version: 10,
      content: { text: { goal: 'Mine', reality: 'Mine too' } },
    });
    await panel().getByRole('button', { name: 'The version you did not keep' }).click();
    await status('Theirs');
    await noFaults();
  });

  test('lets the rep answer, tick and add with a click each', async () => {
    await open(exampleRepView());
    await card().getByRole('button', { name: 'Agreed', exact: true }).click();
    await browser.page.getByText('Thank you.').waitFor();
    await card().getByLabel('You: send pricing').check();
    await card().getByLabel('What do you want to talk about?').fill('Pricing');
    await card().getByRole('button', { name: 'Add to my next 1:1' }).click();
    await card().getByText('Pricing', { exact: true }).waitFor();
    expect(service.state.view.actions[0]).toMatchObject({ isDone: true });
    expect(service.state.view.notes[0]).toMatchObject({ acknowledgement: 'agreed' });
    await noFaults();
  });

  test('saves a line and a reply while one types, keeps them offline, and brings them back', async () => {
    const { page } = browser;
    const line = () => card().getByLabel('What do you want to talk about?');
    const says = (text: string | RegExp) => card().getByText(text).first().waitFor();
    await open(exampleRepView());
    await line().fill('How do I get');
    await says(/^Saved 24 Nov, 10:5/);
    await page.context().setOffline(true);
    await line().fill('How do I get to procurement?');
    await says('Not saved: you are offline. It is sent when you are back.');
    await page.context().setOffline(false);
    await says(/^Saved 24 Nov, 10:5/);
    await card().getByRole('button', { name: 'Add to this' }).click();
    await card().getByLabel('What do you want to add?').fill('I see it otherwise');
    await page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('I see it otherwise'),
    );
    await page.reload();
    await card().getByText('Your coaching on this deal', { exact: true }).waitFor();
    expect(await line().inputValue()).toBe('How do I get to procurement?');
    expect(await card().getByLabel('What do you want to add?').inputValue()).toBe('I see it otherwise');
    // Another window has written on meanwhile.
    const { view } = service.state;
    const other = { version: 99, text: 'Theirs', savedLabel: 'Saved 24 Nov, 10:59' };
    service.state.view = { ...view, drafts: { ...view.drafts, line: other } };
    await line().fill('Mine');
    await says('This text was changed somewhere else too');
    await card().getByRole('button', { name: 'Keep mine' }).click();
    await says(/^Saved 24 Nov, 10:5/);
    await card().getByRole('button', { name: 'The version you did not keep' }).click();
    await says('Theirs');
    await card().getByRole('button', { name: 'Add to my next 1:1' }).click();
    await card().getByText('Mine', { exact: true }).waitFor();
    await card().getByRole('button', { name: 'Add', exact: true }).click();
    await says('You added, 24 Nov 2026');
    expect(service.state.view.drafts).toEqual({ line: null, addenda: [], edits: [] });
    const noted = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;
    expect(browser.faults.splice(0).filter((fault) => !noted.test(fault))).toEqual([]);
  });

  test('stands on contacts, a click from the deal and back, and follows their owner', async () => {
    const { page } = browser;
    await open(exampleView());
    await page.getByRole('link', { name: 'Leif Alder' }).click();
    await page.getByRole('heading', { name: 'Leif Alder' }).waitFor();
    await card().getByText('Ana Ruiz', { exact: true }).waitFor();
    await page
      .getByRole('button', { name: /^View as/ })
      .filter({ hasText: 'Ben Okafor' })
      .waitFor();
    const asked = () =>
      started.portal.cardFetches
        .map(({ url }) => new URL(url))
        .filter((url) => url.search.includes('contact'));
    expect(asked().at(-1)?.searchParams.get('ownerId')).toBe('9002');

    const followed = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('ownerId=9003'),
    );
    await page.getByRole('button', { name: 'Edit Contact owner' }).click();
    await page.getByLabel('Contact owner', { exact: true }).selectOption('Chloe Martin');
    await followed;
    await page.getByRole('link', { name: 'Alder Foods' }).click();
    await page.getByRole('heading', { name: 'Alder Foods' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(DEAL);
    await noFaults();
  });
});

import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { startGallery } from './start-gallery.ts';

const DEAL = '301002';

describe('a card in the host', () => {
  let gallery: Awaited<ReturnType<typeof startGallery>>;
  let browser: OpenBrowser;
  const log = () => browser.page.locator('[data-test-id=log] li').allTextContents();
  /** Waits until the card wrote `line`, and answers with all its lines. */
  const logged = async (line: string): Promise<string[]> => {
    await browser.page.locator('[data-test-id=log] li').filter({ hasText: line }).first().waitFor();
    return log();
  };
  const button = (name: string) =>
    browser.page.locator('.card-body, .ui-scrim').getByRole('button', { name });

  beforeAll(async () => {
    gallery = await startGallery('InteractionCard');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await gallery.stop();
  });
  beforeEach(async () => {
    await browser.page.goto(`${gallery.portal.origin}/deals/${DEAL}?as=504`);
    await browser.page.getByText('Maria on deal 301002').waitFor();
  });

  test('sees its viewer, record and zone, and none of the browser', async () => {
    const { page } = browser;
    expect(await page.locator('[data-test-id=viewer]').textContent()).toBe(
      'Maria on deal 301002 of Europe/Berlin',
    );
    expect(await page.locator('[data-test-id=doors]').textContent()).toBe('undefined');
  });

  test('hears of a text on each key as input, and as change when the field is left', async () => {
    await browser.page.getByLabel('Name').pressSequentially('Jo');
    expect(await logged('name input "Jo"')).toEqual(['name input "J"', 'name input "Jo"']);
    await browser.page.getByLabel('Budget').focus();
    expect(await logged('name change')).toContain('name change "Jo"');
  });

  test('chooses one of several radio buttons and back, whose choice the card keeps', async () => {
    const { page } = browser;
    for (const [chosen, other] of [
      ['12 months', '24 months'],
      ['24 months', '12 months'],
    ] as const) {
      await page.getByLabel(chosen).click();
      await page.getByRole('radio', { name: chosen, checked: true }).waitFor();
      expect(await page.getByLabel(other).isChecked()).toBe(false);
    }
  });

  test('hears of a change before the form that Enter submits', async () => {
    await browser.page.getByLabel('Name').fill('Jo');
    await browser.page.getByLabel('Name').press('Enter');
    expect(await logged('submitted')).toEqual([
      'name input "Jo"',
      'name change "Jo"',
      'submitted {"name":"Jo"}',
    ]);
  });

  test('gets numbers as numbers, days with months from 0 and options with their own type', async () => {
    const { page } = browser;
    await page.getByLabel('Budget').fill('24,000.50');
    await page.getByLabel('Day', { exact: true }).fill('2026-12-30');
    await page.getByLabel('Day', { exact: true }).press('Enter');
    await page.getByLabel('Size').selectOption('Two');
    await button('Submit').click();
    expect(await logged('submitted')).toEqual([
      'budget change 24000.5',
      'day change {"year":2026,"month":11,"date":30,"formattedDate":"30 Dec 2026"}',
      'size change 2',
      'submitted {"name":"","budget":24000.5,"day":{"year":2026,"month":11,"date":30},"size":2}',
    ]);
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('30 Dec 2026');
  });

  test('lets a number be typed over as soon as its field is entered, whoever types how fast', async () => {
    const { page } = browser;
    const budget = page.getByLabel('Budget');
    for (const amount of ['271000', '275000', '1']) {
      await budget.fill(amount);
      await page.getByLabel('Name').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.type('26');
      expect(await budget.inputValue()).toBe('26');
      await page.getByLabel('Name').focus();
    }
    expect((await logged('budget change 1')).filter((line) => line.startsWith('budget'))).toEqual(
      [271_000, 26, 275_000, 26, 1, 26].map((amount) => `budget change ${amount}`),
    );
  });

  test('gets a picked day at once, and null when it is cleared', async () => {
    const { page } = browser;
    await page.getByLabel('Day', { exact: true }).fill('2026-12-01');
    await page.getByLabel('Day', { exact: true }).press('Enter');
    await page.getByLabel('Name').focus();
    await page.getByLabel('Day', { exact: true }).focus();
    await page.getByRole('button', { name: '24 Dec 2026' }).click();
    await logged('"date":24');
    await page.getByLabel('Name').focus();
    await page.getByLabel('Day', { exact: true }).focus();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await logged('day change null')).toHaveLength(3);
  });

  test('opens a modal from its button and closes it by action, by Escape and by its cross', async () => {
    const { page } = browser;
    const modal = page.getByRole('dialog', { name: 'A modal' });
    for (const close of [
      () => button('Close by action').click(),
      () => page.keyboard.press('Escape'),
      () => modal.getByRole('button', { name: 'Close', exact: true }).click(),
    ]) {
      await button('Open modal').click();
      await modal.waitFor();
      await close();
      await modal.waitFor({ state: 'detached' });
    }
    await page.locator('[data-test-id=log] li').nth(5).waitFor();
    expect(await log()).toEqual([
      'modal opened',
      'modal closed',
      'modal opened',
      'modal closed',
      'modal opened',
      'modal closed',
    ]);
  });

  test('submits a form inside a modal without submitting one around it', async () => {
    await button('Open modal').click();
    await browser.page.getByLabel('Inside').fill('x');
    await browser.page.getByLabel('Inside').press('Enter');
    expect(await logged('modal submitted')).toEqual(['modal opened', 'modal submitted {"inside":"x"}']);
  });

  test('closes a panel by its handler’s reactions', async () => {
    await button('Open panel').click();
    await button('Close by reaction').click();
    await browser.page.getByRole('dialog', { name: 'A panel' }).waitFor({ state: 'detached' });
  });

  test('turns pages, switches tabs, and gets events as plain data', async () => {
    const { page } = browser;
    await button('Page 3').click();
    await page.getByText('Row of page 3').waitFor();
    await page.locator('.ui-tab-strip').getByRole('tab', { name: 'Second' }).click();
    await page.getByText('Second words').waitFor();
    await button('Click').click();
    expect(await logged('clicked')).toEqual(['tab "second"', 'clicked "click"']);
  });

  test('raises an alert that can be dismissed', async () => {
    await button('Alert').click();
    const alert = browser.page.getByRole('status').filter({ hasText: 'Your note is kept.' });
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'detached' });
  });

  test('fetches through the portal as its viewer, and gets status and body', async () => {
    await button('Fetch').click();
    expect(await logged('fetched')).toEqual([
      'fetched {"status":418,"body":{"path":"/cards/question","body":{"asked":true}}}',
    ]);
    expect(gallery.portal.cardFetches.at(-1)).toEqual({
      userId: 504,
      url: 'https://sideline.example/cards/question?dealId=1',
      method: 'POST',
      body: { asked: true },
      timeout: 15_000,
      headers: {},
    });
  });

  test('reads the record, formatted where it asks for it', async () => {
    await browser.page.getByText('Alder Foods: 13,200 EUR').waitFor();
    await button('Read').click();
    expect(await logged('read')).toEqual(['read {"dealname":"Alder Foods"}']);
  });

  test('hears of changes to what it watches, and the record on the left moves with them', async () => {
    const { page } = browser;
    gallery.portal.change(DEAL, { dealstage: 'demo' });
    await page.locator('[data-property=dealstage]').getByText('Demo held').waitFor();
    gallery.portal.change(DEAL, { amount: '18000', hs_next_step: 'Call Jo' });
    expect(await logged('updated')).toEqual(['updated {"amount":"18000"}']);
    await page.locator('[data-test-id=hook]').getByText('18,000 EUR').waitFor();
    await page.locator('[data-property=amount]').getByText('18,000 EUR').waitFor();
    gallery.portal.change(DEAL, { amount: '13200' });
    await page.locator('[data-property=amount]').getByText('13,200 EUR').waitFor();
  });

  test('that throws is replaced by what it threw, and starts again on request', async () => {
    const { page } = browser;
    await button('Crash').click();
    await page.getByRole('alert').getByText('The card fell over.').waitFor();
    await page.getByRole('button', { name: 'Start it again' }).click();
    await page.getByText('Maria on deal 301002').waitFor();
    // The crash is reported to the console by the worker's React; nothing else went wrong on the page.
    expect(browser.faults.filter((fault) => !fault.includes('The card fell over.'))).toEqual([]);
  });
});

describe('a bundle that never extends', () => {
  test('is named as such', async () => {
    const gallery = await startGallery('NeverExtends');
    const browser = await openBrowser();
    try {
      await browser.page.goto(`${gallery.portal.origin}/deals/${DEAL}`);
      await browser.page.getByRole('alert').getByText('The bundle never called hubspot.extend().').waitFor();
    } finally {
      await browser.close();
      await gallery.stop();
    }
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../src/sandbox/build-page.ts';
import { startFakePortal, type FakePortal } from '../sandbox/page/fake-portal.ts';
import { openBrowser, type OpenBrowser } from './open-browser.ts';

describe('the portal’s own pages', () => {
  let cacheDir: string;
  let portal: FakePortal;
  let browser: OpenBrowser;
  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'sideline-page-'));
    portal = await startFakePortal({ pageDirectory: await buildPage({ cacheDir }), cards: [], bundles: {} });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    await rm(cacheDir, { recursive: true, force: true });
  });
  const rows = () => browser.page.locator('.deal-table tbody tr');

  test('list deals, page by page, searched and filtered, with the question in the address', async () => {
    const { page } = browser;
    await page.goto(portal.origin);
    await page.getByText('Sandbox portal: everything here is invented and local').waitFor();
    await page.getByText('1–25 of 65').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('26–50 of 65').waitFor();

    await page.getByLabel('Search deals').fill('birch');
    await page.getByText('1–5 of 5').waitFor();
    expect(await rows().locator('.deal-link').allTextContents()).toEqual([
      'Birch Logistics',
      'Birch Foods',
      'Birch Systems',
      'Birch Clinics',
      'Birch Energy',
    ]);
    await page.getByLabel('Stage').selectOption('Negotiation');
    await page.getByLabel('Owner').selectOption('Ana Ruiz');
    await page.getByText('1–1 of 1').waitFor();
    expect(new URL(page.url()).search).toBe('?search=birch&stage=negotiation&owner=9001');

    await page.getByLabel('Search deals').fill('nothing like it');
    await page.getByText('No deal matches').waitFor();
    await page.getByRole('button', { name: 'Show all deals' }).click();
    await page.getByText('1–25 of 65').waitFor();
  });

  test('view as the deal’s owner until somebody else is chosen, who then stays in the address', async () => {
    const { page } = browser;
    await page.goto(portal.origin);
    await page.getByRole('link', { name: 'Alder Foods' }).click();
    const viewAs = page.getByRole('button', { name: /^View as/ });
    await viewAs.filter({ hasText: 'Ben Okafor' }).waitFor();
    await viewAs.click();
    await page.getByLabel('Find a person').fill('sou');
    await page.getByRole('button', { name: 'Priya Nair' }).click();
    await viewAs.filter({ hasText: 'Priya Nair' }).waitFor();
    await page.getByRole('link', { name: 'Deals', exact: true }).click();
    await page.getByText('1–25 of 65').waitFor();
    expect(new URL(page.url()).search).toBe('?as=508');
  });

  test('edit amount, stage, close date and owner in place, and list what changed', async () => {
    const { page } = browser;
    await page.goto(`${portal.origin}/deals/301002`);
    const shown = (name: string, text: string) =>
      page.locator(`[data-property=${name}]`).getByText(text).waitFor();
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByLabel('Amount', { exact: true }).fill('19500');
    await page.getByRole('button', { name: 'Save' }).click();
    await shown('amount', '19,500 EUR');
    await page.getByRole('button', { name: 'Edit Deal stage' }).click();
    await page.getByLabel('Deal stage', { exact: true }).selectOption('Proposal sent');
    await shown('dealstage', 'Proposal sent');
    await page.getByRole('button', { name: 'Edit Close date' }).click();
    await page.getByRole('button', { name: '24 Dec 2026' }).click();
    await shown('closedate', '24 Dec 2026');
    await page.getByRole('button', { name: 'Edit Deal owner' }).click();
    await page.getByLabel('Deal owner', { exact: true }).selectOption('Ana Ruiz');
    await shown('hubspot_owner_id', 'Ana Ruiz');

    await page.getByRole('tab', { name: 'Changes' }).click();
    expect(await page.locator('.changes strong').allTextContents()).toEqual([
      'Deal owner',
      'Close date',
      'Deal stage',
      'Amount',
    ]);
    await page.getByRole('button', { name: 'Effect log' }).click();
    await page.getByText('Deal 301002: hubspot_owner_id').waitFor();
    await page.getByRole('button', { name: 'Close the effect log' }).click();
  });

  test('leave a value alone when the edit is cancelled', async () => {
    const { page } = browser;
    await page.goto(`${portal.origin}/deals/301003`);
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByLabel('Amount', { exact: true }).fill('1');
    await page.keyboard.press('Escape');
    await page.locator('[data-property=amount]').getByText('21,600 EUR').waitFor();
  });

  test('say in words that a deal is not there', async () => {
    const { page } = browser;
    await page.goto(`${portal.origin}/deals/1`);
    await page.getByRole('alert').getByText('There is no such deal.').waitFor();
    // The browser itself notes the 404; nothing else went wrong on any page.
    expect(browser.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});

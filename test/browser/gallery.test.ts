import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as sdk from '@hubspot/ui-extensions';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { startGallery } from './start-gallery.ts';

const FIXTURES = join(import.meta.dirname, '..', 'sandbox', 'page', 'fixtures');
const DEAL = '/deals/301002';

/** What the SDK exports with a capital letter and is no component. */
const OTHERS = ['ExtensionEvent', 'FormSubmitExtensionEvent', 'RemoteEvent', 'ServerlessExecutionStatus'];

describe('the component gallery', () => {
  let gallery: Awaited<ReturnType<typeof startGallery>>;
  let browser: OpenBrowser;
  beforeAll(async () => {
    gallery = await startGallery('GalleryCard');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await gallery.stop();
  });

  test('has every component of the stable list', async () => {
    const files = (await readdir(FIXTURES)).filter((name) => name.startsWith('Gallery'));
    const source = (await Promise.all(files.map((name) => readFile(join(FIXTURES, name), 'utf8')))).join(
      '\n',
    );
    const components = Object.keys(sdk).filter((name) => /^[A-Z]/.test(name) && !OTHERS.includes(name));
    expect(components.length).toBeGreaterThan(60);
    expect(components.filter((name) => !new RegExp(`<${name}[\\s>]`).test(source))).toEqual([]);
  });

  test('renders in the host without one missing', async () => {
    const { page, faults } = browser;
    await page.goto(gallery.portal.origin + DEAL);
    await page.getByText('Won by month').waitFor();
    expect(await page.locator('[data-unimplemented]').count()).toBe(0);
    expect(await page.evaluate('window.__unimplemented')).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('draws values as people read them', async () => {
    const { page } = browser;
    expect(await page.getByLabel('Close date', { exact: true }).inputValue()).toBe('30 Dec 2026');
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('24,000');
    expect(await page.getByRole('progressbar', { name: 'Q4 2026' }).getAttribute('aria-valuenow')).toBe('71');
    expect(await page.getByRole('tab', { name: 'Forecast' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('button', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('what the host lacks', () => {
  test('is marked where it would stand, and written down', async () => {
    const gallery = await startGallery('UnknownCard');
    const browser = await openBrowser();
    try {
      const { page } = browser;
      await page.goto(gallery.portal.origin + DEAL);
      await page.locator('[data-unimplemented=MediaObject]').getByText('Inside').waitFor();
      expect(await page.evaluate('window.__unimplemented')).toEqual(['MediaObject', 'icon facebook']);
      expect(browser.faults).toEqual([
        'The sandbox does not have MediaObject.',
        'The sandbox does not have icon facebook.',
      ]);
    } finally {
      await browser.close();
      await gallery.stop();
    }
  });
});

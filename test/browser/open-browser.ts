import { bundledBrowser } from './bundled-browser.ts';
import { comesWithInstall, installedBrowser } from './find-browser.ts';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A browser with one page, and what went wrong on the page so far: uncaught errors and console errors. */
export interface OpenBrowser {
  readonly page: Page;
  readonly faults: string[];
  close(): Promise<void>;
}

/** Opens a browser of its own; call `close` when done. Throws where there is none (`hasBrowser`). */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<OpenBrowser> {
  const browser = await launch();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults, close: () => browser.close() };
}

async function launch(): Promise<Browser> {
  if (!comesWithInstall()) {
    const executablePath = installedBrowser();
    if (!executablePath) throw new Error('No browser was found.');
    return playwright.launch({ executablePath, headless: true });
  }
  return playwright.launch({ ...(await bundledBrowser()), headless: true });
}

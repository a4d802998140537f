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
  // Makes the package unpack the system libraries that a bare machine lacks; it is read when the package is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  // One process for everything dies with a page's worker; each worker here is a card.
  const args = bundled.args.filter((argument) => argument !== '--single-process');
  return playwright.launch({ executablePath: await bundled.executablePath(), args, headless: true });
}

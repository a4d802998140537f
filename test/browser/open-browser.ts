import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A browser with one page, and what went wrong on the page so far: uncaught errors and console errors. */
export interface OpenBrowser {
  readonly page: Page;
  readonly faults: string[];
  close(): Promise<void>;
}

/** Where a browser is looked for when the bundled one does not run here. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** True on linux-x64, where the browser comes with `npm ci`, and wherever one is installed. */
export const hasBrowser = (): boolean => comesWithInstall() || installedBrowser() !== undefined;

/** Opens a browser of its own; call `close` when done. Throws where `hasBrowser()` is false. */
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

const comesWithInstall = (): boolean => process.platform === 'linux' && process.arch === 'x64';

const installedBrowser = (): string | undefined => INSTALLED.find((path) => existsSync(path));

import { existsSync } from 'node:fs';

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

/** On linux-x64 the browser comes with `npm ci`. */
export const comesWithInstall = (): boolean => process.platform === 'linux' && process.arch === 'x64';

export const installedBrowser = (): string | undefined => INSTALLED.find((path) => existsSync(path));

/** Without a browser the suites of this folder are left out, and the run's last line says so. */
export const hasBrowser = (): boolean => comesWithInstall() || installedBrowser() !== undefined;

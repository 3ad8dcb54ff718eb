import { access, constants } from 'node:fs/promises';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** `CHROME_PATH`, else an installed Chrome, else the Chromium that comes from npm (Linux x64 only). */
export async function findBrowser(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') {
    if (await executable(wanted)) return wanted;
    throw new Error(`CHROME_PATH is ${wanted}, which cannot be executed`);
  }
  for (const file of INSTALLED) if (await executable(file)) return file;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome found. Install Google Chrome, or set CHROME_PATH to a Chromium.');
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

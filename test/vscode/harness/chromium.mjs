/** A browser for the editor's window: the machine's own Chromium, kept off every network but loopback. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { onCleanup, temporaryFolder } from '../../../scripts/processes.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** @returns {string | undefined} the executable named by CHROMIUM, or one at a usual place */
export function chromiumPath() {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
}

const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...[
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--lang=en-US',
  ],
  // Anything else fails at once instead of hanging.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
];

/**
 * @param {Record<string, unknown>} [options] for the browser's context, such as `viewport`
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function startChromium(options = {}) {
  const profile = temporaryFolder('cr');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: ARGUMENTS,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    env: { ...process.env, HOME: profile },
    ...options,
  });
  onCleanup(() => Promise.race([context.close(), new Promise((late) => setTimeout(late, 5000))]));
  return context.pages()[0] ?? (await context.newPage());
}

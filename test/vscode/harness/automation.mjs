/** The two functions through which VS Code's own browser tests report: the extension host's console, and the end. */
import { format } from 'node:util';

// What the workbench itself tells its console.
const CHATTER =
  /Resolv(ing|ed) connection token|Creating a socket|grace-time|builtin extensions|Service Worker|AgentHost|AccountPolicyGate|open-vsx|search provider registered|validating workspace folder|package\.nls\.json|development extension at|ExtensionService#|authentication provider|native-watchdog|Found additional builtin|\[perf\]/;

/**
 * Must be called before the page goes anywhere.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ end: () => Promise<import('./outcome.mjs').Counts> }>} `end` waits for the tests; where they
 *   never reported, or nothing passed, that is a failure
 */
export async function listenToTests(page) {
  let report;
  let end;
  const finished = new Promise((done) => {
    end = done;
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    const counts = /^PRESSMARK-TESTS (\{.*\})/.exec(text)?.[1];
    if (counts) report = JSON.parse(counts);
    else if (process.env.VERBOSE || !CHATTER.test(text))
      console.log(type === 'log' ? text : `${type}: ${text}`);
  });
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  const died = new Promise((_, no) => {
    page.once('crash', () => no(new Error('The page crashed.')));
    page.once('close', () => no(new Error('The page was closed.')));
  });
  died.catch(() => {});
  return {
    async end() {
      const code = await Promise.race([finished, died]);
      const { passed = 0, failed = 0, skipped = 0 } = report ?? {};
      if (!report)
        console.log('The test module did not report: it could not be loaded, or the run was cut short.');
      return { passed, failed: failed || (code || !passed ? 1 : 0), skipped };
    },
  };
}

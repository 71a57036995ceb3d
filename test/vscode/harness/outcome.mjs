/** How a part of the test run ends: clean up, one closing line with its counts, an exit code that agrees. */
import { cleanup, cleanupOnSignals } from '../../../scripts/processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/**
 * Runs a part and ends the process: 0 only where something passed and nothing failed.
 * @param {number} limit milliseconds after which the part counts as failed
 * @param {() => Promise<Counts>} part
 */
export async function finish(limit, part) {
  cleanupOnSignals();
  const late = new Promise((_, no) => setTimeout(no, limit, new Error(`Not done after ${limit / 1000} s.`)));
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await Promise.race([part(), late]);
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
  }
  await cleanup();
  console.log(closingLine(counts));
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
}

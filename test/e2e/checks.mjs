/** Counting the steps of a scenario: the first that fails ends it. */

/**
 * @returns {{ step: (name: string, run: () => Promise<unknown>) => Promise<void>,
 *   counts: () => import('../vscode/harness/outcome.mjs').Counts }}
 */
export function steps() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    counts: () => counts,
    async step(name, run) {
      const started = Date.now();
      try {
        await run();
        counts.passed++;
        console.log(`ok ${name} (${Date.now() - started} ms)`);
      } catch (error) {
        counts.failed++;
        console.log(`FAILED ${name}: ${error.stack}`);
        throw new Stopped();
      }
    },
  };
}

/** A step has failed and was reported. */
export class Stopped extends Error {}

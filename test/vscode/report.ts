/** What the runners of both hosts tell the harness that started the editor. */
export interface MochaStats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** Prints the counts on a line that the harness looks for; throws where something failed or nothing passed. */
function report(stats: MochaStats): void {
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  console.log(`PRESSMARK-TESTS ${JSON.stringify(counts)}`);
  if (counts.failed > 0 || counts.passed === 0) {
    throw new Error(`${counts.failed} tests failed, ${counts.passed} passed`);
  }
}

/** Runs mocha as it was set up, in either host, and reports; rejects where `report` throws. */
export function runAndReport(mocha: {
  run(done: () => void): { readonly stats?: MochaStats | undefined };
}): Promise<void> {
  return new Promise((done, failed) => {
    const runner = mocha.run(() => {
      try {
        report(runner.stats ?? { passes: 0, failures: 1, pending: 0 });
        done();
      } catch (error) {
        failed(error);
      }
    });
  });
}

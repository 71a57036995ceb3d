/** What the runners of both hosts tell the harness that started the editor. */
export interface MochaStats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** Prints the counts on a line that the harness looks for; throws where something failed or nothing passed. */
export function report(stats: MochaStats): void {
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  console.log(`PRESSMARK-TESTS ${JSON.stringify(counts)}`);
  if (counts.failed > 0 || counts.passed === 0) {
    throw new Error(`${counts.failed} tests failed, ${counts.passed} passed`);
  }
}

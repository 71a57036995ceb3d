/** The tests' entry for the web extension host: mocha's browser build and the suite in one file. */
import 'mocha/mocha';
import { type MochaStats, runAndReport } from './report.ts';

// mocha/mocha is untyped and leaves this global.
declare const mocha: {
  setup(options: { ui: 'tdd'; timeout: number; reporter: undefined }): void;
  run(done: () => void): { readonly stats?: MochaStats };
};

/** Called by the editor; resolves where every test passed. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: undefined });
  await import('./suite.ts');
  await runAndReport(mocha);
}

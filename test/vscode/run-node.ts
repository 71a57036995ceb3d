/** The tests' entry for a Node extension host; mocha comes from node_modules, the bundled suite from beside. */
import Mocha from 'mocha';
import { runAndReport } from './report.ts';

/** Called by the editor; resolves where every test passed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, reporter: 'spec' });
  mocha.addFile(`${import.meta.dirname}/suite.js`);
  await mocha.loadFilesAsync();
  await runAndReport(mocha);
}

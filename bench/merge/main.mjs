// What happens when two branches annotate: conflicts, needless ones, and what is wrong without anybody being told.
//
//   npm run bench:merge -- [--histories N] [--seed S] [--show N]
//
// bench/README.md says how to read it. Needs git. Tables go to the standard output, progress to the standard error.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

// What the rules find, what they report wrongly, and how fast they are; bench/README.md says how to read it.
//
//   npm run bench:rules -- [recall|clean|mixed|splice|peers|speed|judge] [--language id,vi] [--operators a,b]
//                          [--rules family,family/name] [--seed N] [--show N] [--verdicts file]
//
// Without a part: all but judge. `--show N` shows N missed cases of each operator or pair.
// Tables go to the standard output, progress to the standard error.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

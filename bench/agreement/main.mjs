// How long agreement takes, from files to figures, and what γ costs on top.
//
//   npx node bench/agreement/main.mjs [--articles N] [--spans N] [--annotators N]
//
// Wants `npm run build` before. Articles are made up; annotators keep, move, relabel and leave out each other's spans.
// No measure of these is kept in JavaScript elsewhere, so nothing runs beside it: values are held to those of other
// programs by test/unit/core/agreement/vectors.test.ts.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

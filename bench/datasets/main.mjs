// How fast datasets are written, and how much memory that takes: from sidecars to JSON Lines and other formats.
//
//   npx node bench/datasets/main.mjs [--articles 4000] [--tags 10] [--formats spacy,brat] [--stages]
//
// The target's own size: --articles 100000 (10 tags each: a million). Wants `npm run build` before. Articles and tags
// are made up, in a folder for temporary files. No other tool reads these sidecars, so nothing runs beside it.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

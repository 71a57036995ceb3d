// How well annotations find their places again after an edit of their article; bench/README.md says how to read it.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

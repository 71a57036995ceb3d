// How well annotations find their places again after an edit of their article; bench/README.md says how to read it.
//
//   npm run bench:anchor -- [--kind typos,mixture] [--language id,vi] [--seed N] [--n N] [--show N] [--held-out] [--alone]
//
// Every character of the old text is followed through the edit, so that the true new place of a span, or that it was
// deleted, is known. Exact is silent (kept or moved, nobody is asked) and right; the right place shown for review is a
// column of its own. The kinds marked * are those that the project's targets are for; the first table pools them, and all
// but the harsh ones. Right is the place of the same words, where
//   - a change of the very words inside a span keeps the tag on the changed words,
//   - what was inserted exactly at an edge is not part of the span, and what was inserted inside it is,
//   - a letter too many or too few belongs to its word, also at the word's edge,
//   - a moved stretch takes its spans along, and a copy takes none.
// Not counted (open): an edge inside an exchanged word, and a span of which a part moved elsewhere.
import { runAsMain } from '../../scripts/project.mjs';
import { underPinnedNode } from '../../scripts/toolchain.mjs';

await runAsMain(import.meta.url, async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2));
});

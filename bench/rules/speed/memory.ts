// Started in a process of its own, with --expose-gc: prints what one checker holds after it has read English, as JSON.
import { createChecker } from '../checker.ts';
import { cspell } from '../peers/cspell.ts';
import { harper } from '../peers/harper.ts';
import { readTexts, textFolder } from '../texts.ts';

const [, , who = 'pressmark', languages = 'en'] = process.argv;
const makers = { pressmark: createChecker, 'cspell-lib': cspell, 'harper.js': harper };
const isKnown = (name: string): name is keyof typeof makers => Object.hasOwn(makers, name);
const folder = textFolder();
if (folder !== undefined && isKnown(who)) {
  const texts = readTexts(folder);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const began = performance.now();
  const checker = await makers[who]();
  let first: number | undefined;
  for (const language of languages.split(',')) {
    for (const rows of texts.documents(language).slice(0, 20)) {
      await checker.check(rows.map((row) => row.text).join('\n'));
      first ??= performance.now() - began;
    }
  }
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.external - before.heapUsed - before.external;
  console.log(JSON.stringify({ rss: after.rss / 1e6, peak, held: held / 1e6, first }));
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installCheckers } from '../peers/install.ts';
import { progress, table } from '../table.ts';

const CASES = [
  ['pressmark', 'en'],
  ['pressmark', 'id'],
  ['pressmark', 'vi'],
  ['pressmark', 'id,vi,en'],
  ['cspell-lib', 'en'],
  ['harper.js', 'en'],
] as const;

/** What each checker holds, each in a process of its own. */
export function memoryTable(): string {
  const peers = installCheckers();
  const rows: string[][] = [];
  for (const [who, languages] of CASES) {
    if (who !== 'pressmark' && !peers) continue;
    progress(`memory: ${who} ${languages}`);
    const { stdout } = spawnSync(
      process.execPath,
      ['--no-warnings', '--expose-gc', join(import.meta.dirname, 'memory.ts'), who, languages],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (!stdout) continue;
    const { rss, peak, held, first } = JSON.parse(stdout);
    const whole = (value: number) => value.toFixed(0);
    rows.push([who, languages, whole(held), whole(rss), whole(peak), whole(first)]);
  }
  progress('');
  return table(
    'Memory',
    'A process of its own that has checked 20 documents of each language: MB held (heap and buffers after a collection, less what Node and the texts take), resident MB, the most resident MB; milliseconds until the first document was checked, loading included.',
    ['checker', 'languages', 'held', 'resident', 'peak', 'ms to first'],
    rows,
  );
}

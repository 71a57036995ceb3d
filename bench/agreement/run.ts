import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SeededRandom } from '../../server/src/core/statistics/seededRandom.ts';
import { doneSidecar, madeUpArticle, seenBy } from './madeUp.ts';

const COMMAND = join(import.meta.dirname, '../../dist/cli/pressmark.js');

interface Figure {
  readonly subject: string;
  readonly label?: string;
  readonly measure: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
}

/** Makes a corpus, measures it with the command line, and prints times and figures as Markdown. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '1000' },
      spans: { type: 'string', default: '50' },
      annotators: { type: 'string', default: '2' },
    },
  });
  const [articles, spans, people] = [values.articles, values.spans, values.annotators].map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-agreement-'));
  try {
    const random = new SeededRandom(1);
    const annotators = Array.from({ length: people ?? 2 }, (_, i) => `annotator${i + 1}`);
    writeFileSync(join(folder, 'pressmark.json'), JSON.stringify({ annotators }));
    for (let i = 0; i < (articles ?? 0); i++) {
      const { text, tags } = madeUpArticle(random, spans ?? 50);
      const path = join(folder, `a${i}.txt`);
      writeFileSync(path, text);
      for (const name of annotators)
        writeFileSync(`${path}.${name}.ann.json`, doneSidecar(text, seenBy(random, text, tags)));
    }
    console.log(`${articles} articles, ${annotators.length} annotators, ${spans} spans each\n`);
    console.log('| what | seconds |\n| --- | --- |');
    const usual = timed(folder, ['agree', '--format', 'json']);
    console.log(`| \`agree\`, with intervals | ${usual.seconds.toFixed(1)} |`);
    const listed = timed(folder, ['agree', '--format', 'json', '--disagreements', '--per', 'article']);
    console.log(`| \`agree --disagreements --per article\` | ${listed.seconds.toFixed(1)} |`);
    const gamma = timed(folder, ['agree', '--format', 'json', '--measure', 'gamma']);
    console.log(`| \`agree --measure gamma\` | ${gamma.seconds.toFixed(1)} |`);
    console.log('\n| measure | value | 95 % |\n| --- | --- | --- |');
    for (const { subject, measure, label, value, low, high } of [...usual.figures, ...gamma.figures])
      if (label === undefined)
        console.log(
          `| ${subject} ${measure} | ${value?.toFixed(4) ?? '–'} | ${low?.toFixed(4)}–${high?.toFixed(4)} |`,
        );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timed(folder: string, args: readonly string[]): { seconds: number; figures: readonly Figure[] } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`);
  const { together } = JSON.parse(stdout) as { together: readonly Figure[] };
  return { seconds: (performance.now() - start) / 1000, figures: together };
}

import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.ts';
import { stages } from './stages.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'dist/cli/pressmark.js');

interface Measured {
  readonly seconds: number;
  /** User and system, all threads. */
  readonly cpu: number;
  /** Most resident memory, MB. */
  readonly resident: number;
}

/** Makes a corpus, exports it with the command line, and prints a table as Markdown. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '4000' },
      tags: { type: 'string', default: '10' },
      formats: { type: 'string', default: 'doccano,spacy,prodigy,conll,brat' },
      times: { type: 'string', default: '3' },
      stages: { type: 'boolean', default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-datasets-'));
  try {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    const commonWords = join(ROOT, 'dist/data/common-words.txt');
    const made = writeCorpus(corpus, Number(values.articles), Number(values.tags), {
      language: 'id',
      commonWords,
    });
    const megabytes = made.bytes / 1e6;
    console.log(`${values.articles} articles, ${megabytes.toFixed(0)} MB, ${made.annotations} annotations\n`);
    if (values.stages) await stages(corpus, megabytes);
    const startup = median(Number(values.times), () => measured(corpus, ['--version']));
    console.log(`Starting takes ${startup.seconds.toFixed(2)} s, which is part of every line.\n`);
    console.log(
      '| what | s | MB/s | CPU, s | MB/s of CPU | resident, MB |\n| --- | ---: | ---: | ---: | ---: | ---: |',
    );
    const out = join(folder, 'out');
    const line = (what: string, extra: readonly string[], times = Number(values.times)) => {
      const { seconds, cpu, resident } = median(times, () => {
        rmSync(out, { recursive: true, force: true });
        return measured(corpus, ['export', '--out', out, ...extra]);
      });
      const cells = [
        what,
        seconds.toFixed(2),
        (megabytes / seconds).toFixed(1),
        cpu.toFixed(2),
        (megabytes / cpu).toFixed(1),
        resident.toFixed(0),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    };
    for (const format of values.formats.split(',')) line(format, ['--to', format]);
    const [first = 'spacy'] = values.formats.split(',');
    line(`${first}, --dry-run`, ['--to', first, '--dry-run']);
    line(`${first}, --split 80/10/10`, ['--to', first, '--split', '80/10/10'], 1);
    line(`${first}, --no-card`, ['--to', first, '--no-card']);
    importing(folder, first, commonWords);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints how long it takes to import 10,000 annotations into a corpus of 1,000 articles, with the command line. */
function importing(folder: string, format: string, commonWords: string): void {
  const [corpus, dataset] = [join(folder, 'imports'), join(folder, 'dataset')];
  mkdirSync(corpus);
  const made = writeCorpus(corpus, 1000, 10, { language: 'id', commonWords });
  measured(corpus, ['export', '--to', format, '--no-card', '--out', dataset]);
  for (const path of globSync('**/*.ann.json', { cwd: corpus })) rmSync(join(corpus, path));
  const args = ['import', '--from', format, join(dataset, 'data.jsonl'), '--unknown-labels', 'keep'];
  const { seconds, cpu, resident } = measured(corpus, args);
  console.log(
    `\nImporting ${made.annotations} annotations of ${format}: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU, ${resident.toFixed(0)} MB resident.`,
  );
}

function median(times: number, measure: () => Measured): Measured {
  const all = Array.from({ length: times }, measure).sort((a, b) => a.seconds - b.seconds);
  const middle = all[Math.floor(all.length / 2)];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

/** Runs the command line; its own peak of resident memory is what it says when it ends. */
function measured(cwd: string, args: readonly string[]): Measured {
  const started = performance.now();
  const told = spawnSync(process.execPath, ['--require', PEAK, COMMAND, ...args], { cwd, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1e3;
  if (told.status !== 0) throw new Error(`${args.join(' ')}: ${told.stderr}`);
  const [, peak, cpu] = /peak (\d+) (\d+)/.exec(told.stderr) ?? [];
  return { seconds, cpu: Number(cpu) / 1e6, resident: Number(peak) / 1e3 };
}

const PEAK = join(import.meta.dirname, 'peak.cjs');

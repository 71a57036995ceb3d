import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { DatasetArticle, DatasetSpan } from '../../server/src/core/formats/dataset.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { FORMATS } from '../../server/src/core/formats/registry.ts';
import { splitTokens } from '../../server/src/core/text/tokens.ts';
import { randomOf } from '../corpus/articles.mjs';

// How fast each format is written and read by itself, and how that grows with the size of one article.
//
//   npx node bench/datasets/formats.ts [--formats spacy,brat] [--grow]
//
// Without `--grow`: 1,000 articles of 3 kB with ten spans each. Speed of writing is of article text; reading includes
// finding the places. With it: one article of 100 kB, 1 MB and 4 MB with 1,000, 10,000 and 100,000 spans.

const LABELS = ['PER', 'ORG', 'GPE', 'LOC', 'EVENT'];
const SYLLABLES = ['ka', 'ber', 'me', 'ngan', 'su', 'ti', 'la', 'pang', 'ru', 'do', 'wi', 'yah', 'sen', 'no'];

/** A made-up article of so many characters with so many spans of one to three words that do not overlap. */
export function madeUp(index: number, size: number, spanCount: number): DatasetArticle {
  const random = randomOf(index + 1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const word = () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join('');
  const name = () => word().replace(/^./, (letter) => letter.toUpperCase());
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const words = Array.from({ length: 25 }, () => (random() < 0.15 ? name() : word()));
    const line = `${name()} ${words.slice(0, 12).join(' ')}, ${words.slice(12).join(' ')}.`;
    lines.push(line);
    length += line.length + 2;
  }
  const text = `${lines.join('\n\n')}\n`;
  const words = splitTokens(text).filter((t) => t.kind === 'word');
  const step = words.length / spanCount;
  const spans = Array.from({ length: spanCount }, (_, i): DatasetSpan => {
    const first = Math.floor(i * step);
    const last = Math.min(first + Math.floor(random() * Math.min(3, step)), words.length - 1);
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    const sameLine = !text.slice(start, end).includes('\n');
    const range = sameLine ? { start, end } : { start, end: words[first]?.end ?? 0 };
    return { id: `s${i}`, label: pick(LABELS), ...range, attributes: new Map() };
  });
  return {
    path: `2026/${index}.txt`,
    text,
    language: 'id',
    spans,
    relations: [],
    documentLabels: [],
  };
}

function optionsOf(format: Format): ReadonlyMap<string, string> {
  return new Map(format.options.map((o) => [o.name, o.byDefault]));
}

const SCHEMA = { labels: LABELS, relations: [], documentLabels: [], attributes: [] };

function write(format: Format, articles: readonly DatasetArticle[]): Map<string, (string | Uint8Array)[]> {
  const files = new Map<string, (string | Uint8Array)[]>();
  const writer = format.open?.({ name: 'data', align: 'strict', schema: SCHEMA, options: optionsOf(format) });
  const steps = articles.map((article) => () => writer?.add(article));
  for (const step of [...steps, () => writer?.end()]) {
    for (const { file, content } of step()?.pieces ?? []) {
      const pieces = files.get(file);
      if (pieces) pieces.push(content);
      else files.set(file, [content]);
    }
  }
  return files;
}

/** How many spans the files have, each at its place. */
async function read(format: Format, files: ReadonlyMap<string, Uint8Array>): Promise<number> {
  let spans = 0;
  for (const [path, bytes] of files) {
    if (!path.endsWith(format.endings[0] ?? '')) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = new Map<string, Uint8Array>();
    for (const name of format.companions?.(path) ?? []) {
      const companion = files.get(folder + name);
      if (companion) beside.set(name, companion);
    }
    const options = optionsOf(format);
    for await (const item of format.read?.({ path, bytes, beside }, { options }) ?? []) {
      if (item.kind !== 'article') continue;
      const text = item.article.text;
      for (const placed of placeRead(item.article, text).articles) spans += placed.spans.length;
    }
  }
  return spans;
}

function joined(files: ReadonlyMap<string, readonly (string | Uint8Array)[]>): Map<string, Uint8Array> {
  return new Map(
    [...files].map(([file, pieces]) => [
      file,
      new Uint8Array(Buffer.concat(pieces.map((p) => (typeof p === 'string' ? Buffer.from(p) : p)))),
    ]),
  );
}

/** What this process has computed, in seconds, whatever else the machine does. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function seconds(work: () => unknown): Promise<number> {
  const before = cpu();
  await work();
  return cpu() - before;
}

async function speeds(formats: readonly Format[]): Promise<void> {
  const articles = Array.from({ length: 1000 }, (_, i) => madeUp(i, 3000, 10));
  const megabytes = articles.reduce((sum, a) => sum + a.text.length, 0) / 1e6;
  console.log(
    '| format | written, MB/s | size, MB | read 10,000, s | read back |\n| --- | ---: | ---: | ---: | ---: |',
  );
  for (const format of formats) {
    if (!format.open) continue;
    for (let i = 0; i < 2; i++) write(format, articles.slice(0, 300));
    const times: number[] = [];
    for (let i = 0; i < 3; i++) times.push(await seconds(() => write(format, articles)));
    const files = joined(write(format, articles));
    const size = [...files.values()].reduce((sum, b) => sum + b.length, 0) / 1e6;
    let found = 0;
    const time = format.read
      ? await seconds(async () => {
          found = await read(format, files);
        })
      : Number.NaN;
    const median = times.sort((a, b) => a - b)[1] ?? Number.NaN;
    console.log(
      `| ${format.name} | ${(megabytes / median).toFixed(1)} | ${size.toFixed(1)} | ${time.toFixed(2)} | ${found} |`,
    );
  }
}

async function growth(formats: readonly Format[]): Promise<void> {
  const sizes = [
    [100_000, 1_000],
    [1_000_000, 10_000],
    [4_000_000, 10_000],
    [4_000_000, 100_000],
  ] as const;
  const articles = sizes.map(([size, spans]) => madeUp(1, size, spans));
  const heads = sizes.map(([size, spans]) => `${size / 1e6} MB, ${spans}`);
  console.log(`| format | | ${heads.join(' | ')} |\n| --- | --- |${' ---: |'.repeat(sizes.length)}`);
  for (const format of formats) {
    if (!format.open) continue;
    const written: string[] = [];
    const reading: string[] = [];
    for (const article of articles) {
      try {
        written.push((await seconds(() => write(format, [article]))).toFixed(2));
        const files = joined(write(format, [article]));
        let found = 0;
        const time = await seconds(async () => {
          found = await read(format, files);
        });
        reading.push(`${time.toFixed(2)}${found === article.spans.length ? '' : ` (${found})`}`);
      } catch (error) {
        reading.push(String(error).slice(0, 60));
      }
    }
    console.log(`| ${format.name} | write | ${written.join(' | ')} |\n| | read | ${reading.join(' | ')} |`);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { formats: { type: 'string' }, grow: { type: 'boolean', default: false } },
  });
  const wanted = values.formats?.split(',');
  const formats = FORMATS.filter((f) => !wanted || wanted.includes(f.name));
  console.log(`${cpus()[0]?.model ?? ''}, Node ${process.version}; seconds are of the processor\n`);
  await (values.grow ? growth(formats) : speeds(formats));
}

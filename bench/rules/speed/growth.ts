import type { Checker } from '../checker.ts';
import { randomOf } from '../random.ts';
import { progress, table } from '../table.ts';
import type { Texts } from '../texts.ts';
import { cpuSeconds } from './measure.ts';

/** Ten times the text may take so many times as long. */
const GATE = 13;
const RUNS = 4;

interface Kind {
  readonly name: string;
  readonly small: string;
  readonly large: string;
}

/** Texts of one kind, the second ten times as long. */
function kinds(texts: Texts): Kind[] {
  const news = texts
    .rows('id')
    .map((row) => row.text)
    .join('\n');
  const copies = numbered(texts, 12);
  const line = copies.replaceAll('\n', ' ');
  const equal = (count: number) => `${texts.rows('id')[1]?.text ?? ''}\n`.repeat(count);
  return [
    { name: 'news, 100 kB and 1 MB', small: cut(news, 100_000), large: cut(copies, 1_000_000) },
    { name: 'one line, 100 kB and 1 MB', small: cut(line, 100_000), large: cut(line, 1_000_000) },
    { name: 'equal lines, 10,000 and 100,000', small: equal(10_000), large: equal(100_000) },
    { name: 'random bytes as UTF-8, 100 kB and 1 MB', small: noise(100_000), large: noise(1_000_000) },
    {
      name: 'empty lines, 100,000 and 1,000,000',
      small: '\n'.repeat(100_000),
      large: '\n'.repeat(1_000_000),
    },
    { name: 'one letter, 100,000 and 1,000,000', small: 'a'.repeat(100_000), large: 'a'.repeat(1_000_000) },
  ];
}

/** The news several times over, no sentence equal to another. */
function numbered(texts: Texts, times: number): string {
  const copies = Array.from({ length: times }, (_, copy) =>
    texts.rows('id').map((row) => row.text.replace(/(\p{Ll}{4,}) /u, `$1 ${copy} `)),
  );
  return copies.flat().join('\n');
}

const cut = (text: string, size: number) => text.slice(0, size);

function noise(size: number): string {
  const random = randomOf('noise', size);
  return new TextDecoder().decode(Uint8Array.from({ length: size }, () => random.below(256)));
}

/** How the time grows with the text: the least of four runs, so that pauses of the machine do not count. */
export async function growthTable(texts: Texts, checker: Checker): Promise<string> {
  const rows: string[][] = [];
  for (const { name, small, large } of kinds(texts)) {
    progress(`growth: ${name}`);
    const least = async (text: string) => {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < RUNS; i++)
        best = Math.min(best, await cpuSeconds(async () => void (await checker.check(text))));
      return best;
    };
    const first = await least(small);
    const second = await least(large);
    const ratio = second / first;
    const seconds = (value: number) => value.toFixed(3);
    rows.push([name, seconds(first), seconds(second), ratio.toFixed(1), ratio <= GATE ? 'yes' : 'NO']);
  }
  progress('');
  return table(
    'Growth',
    `Ten times the text, seconds of processor time; within ${GATE} times?`,
    ['text', 'small', 'large', 'ratio', 'within'],
    rows,
  );
}

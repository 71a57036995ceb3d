import { compareTexts } from '../../server/src/core/annotations/anchor/compareTexts.ts';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { type Random, randomOf } from '../rules/random.ts';
import type { Articles } from './articles.ts';
import { OPERATORS } from './operators/operators.ts';
import { TrackedText } from './tracked.ts';

const ANNOTATIONS = 1000;

/** Milliseconds for 1,000 annotations in long texts, comparison included: the median and the worst of five runs. */
export function speedTable(articles: Articles): string {
  const random = randomOf('speed');
  const source = {
    language: 'en',
    random,
    word: () => 'other',
    sentence: () => 'Another sentence came in.',
    foreign: () => '',
  };
  const edited = (text: string, name: string) => {
    const tracked = new TrackedText(text);
    for (let round = 0; round < 20; round++) OPERATORS.find((o) => o.name === name)?.edit(tracked, source);
    return tracked.text;
  };
  const long = textOf(articles, 'en', 100_000);
  const cases: [string, string, string][] = [
    ['100 kB, one word changed', long, long.replace(' the ', ' these ')],
    ['100 kB, typos', long, edited(long, 'typos made')],
    ['100 kB, mixture', long, edited(long, 'mixture')],
    ['100 kB, post-edited', long, edited(long, 'post-edited')],
    [
      '100 kB, Chinese, mixture',
      textOf(articles, 'zh', 100_000),
      edited(textOf(articles, 'zh', 100_000), 'mixture'),
    ],
    ['100 kB, all words in another order', long, shuffledWords(long, random)],
    ['1 MB, replaced by another text', textOf(articles, 'en', 1_000_000), textOf(articles, 'id', 1_000_000)],
    ['1 MB of one word, half of it gone', 'kata '.repeat(200_000), 'kata '.repeat(100_000)],
    ['1 MB of two words, shuffled', twoWords(random), twoWords(random)],
  ];
  const rows = cases.map(([name, old, text]) => {
    const times = Array.from({ length: 5 }, () => timeOf(old, text)).sort((a, b) => a - b);
    return `| ${name} | ${times[2]?.toFixed(0)} | ${times[4]?.toFixed(0)} |`;
  });
  return [
    '### 1,000 annotations of one text',
    '',
    '| text | median ms | worst of five |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function timeOf(old: string, text: string): number {
  const offsets = new TextOffsets(old);
  const anchors = Array.from({ length: ANNOTATIONS }, (_, at) => {
    const start = Math.floor((at * (old.length - 30)) / ANNOTATIONS);
    return anchorOf({ article: old, range: { start, end: start + 12 }, suffix: '', offsets, revision: 'a' });
  });
  const started = performance.now();
  const comparison = compareTexts(old, text);
  for (const anchor of anchors) comparison.locate(anchor);
  return performance.now() - started;
}

/** Articles one after the other, as often as it takes. */
function textOf(articles: Articles, language: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round++) {
    const list = articles.of(language);
    const next = list[round % list.length];
    if (!next) return 'kata '.repeat(length / 5);
    text += `${next.text}\n`;
  }
  return text.slice(0, length);
}

function shuffledWords(text: string, random: Random): string {
  const words = text.split(' ');
  for (let at = words.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return words.join(' ');
}

function twoWords(random: Random): string {
  return Array.from({ length: 200_000 }, () => (random.below(2) === 0 ? 'satu' : 'dua')).join(' ');
}

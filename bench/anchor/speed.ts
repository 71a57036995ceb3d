import { compareTexts } from '../../server/src/core/annotations/anchor/compareTexts.ts';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { type Random, randomOf } from '../rules/random.ts';
import type { Articles } from './articles.ts';

const ANNOTATIONS = 1000;

/** Milliseconds for 1,000 annotations in long texts, comparison included: the median and the worst of three runs. */
export function speedTable(articles: Articles): string {
  const random = randomOf('speed');
  const english = textOf(articles, 'en', 100_000);
  const chinese = textOf(articles, 'zh', 100_000);
  const cases: [string, string, string][] = [
    ['100 kB, one word changed', english, english.replace(' the ', ' these ')],
    ['100 kB, every 50th word changed', english, everyWord(english, 50)],
    ['100 kB, every fifth word changed', english, everyWord(english, 5)],
    ['100 kB, paragraphs in another order', english, shuffled(english, '\n', random)],
    ['100 kB of Chinese, every 40th character gone', chinese, chinese.replace(/([^\n]{39})[^\n]/gu, '$1')],
    ['100 kB, all words in another order', english, shuffled(english, ' ', random)],
    ['1 MB, replaced by another text', textOf(articles, 'en', 1_000_000), textOf(articles, 'id', 1_000_000)],
    ['1 MB of one word, half of it gone', 'kata '.repeat(200_000), 'kata '.repeat(100_000)],
    ['1 MB of two words, drawn anew', twoWords(random), twoWords(random)],
  ];
  const rows = cases.map(([name, old, text]) => {
    const times = Array.from({ length: 3 }, () => timeOf(old, text)).sort((a, b) => a - b);
    return `| ${name} | ${times[1]?.toFixed(0)} | ${times[2]?.toFixed(0)} |`;
  });
  return [
    '### 1,000 annotations of one text',
    '',
    '| text | median ms | worst of three |',
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

function everyWord(text: string, every: number): string {
  return text
    .split(' ')
    .map((word, at) => (at % every === 0 ? `${word.slice(1)}x${at % 7}` : word))
    .join(' ');
}

function shuffled(text: string, between: string, random: Random): string {
  const pieces = text.split(between);
  for (let at = pieces.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
  }
  return pieces.join(between);
}

function twoWords(random: Random): string {
  return Array.from({ length: 200_000 }, () => (random.below(2) === 0 ? 'satu' : 'dua')).join(' ');
}

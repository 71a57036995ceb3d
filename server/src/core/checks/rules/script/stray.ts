import { lazyByKey } from '../../../lazy.ts';
import { msg } from '../../../message.ts';
import { scriptsOf } from '../../../text/language/scripts.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import { damageAt } from '../../mojibake/damage.ts';
import type { ParagraphRule } from '../../rule.ts';
import { codePointName } from '../../unicodeNames.ts';
import { alphabetOf, inAlphabet } from './lookAlikes.ts';

/** Scripts that the codes of a language's own do not name, and those that stand beside each other in East Asia. */
const COMPANIONS: Readonly<Record<string, string>> = {
  Hani: 'Hani Hira Kana Hang Bopo',
  Kana: 'Hani Hira Kana Hang',
  Hang: 'Hani Hira Kana Hang',
};
/** Around what is quoted, explained or listed: there another script is meant. */
const INTRODUCED = /[([{“”‘’"'«»「『《<:：=/–—-]\s?$/;
const CLOSED = /^\s?[)\]}“”‘’"'«»」』》>=/–—-]/;
const LETTER = /[\p{L}\p{M}]/u;
const END_OF_CLAUSE = /^[,.;!?…](?:\s|$)/u;
/** More foreign words than these are a quotation or a subject of the paragraph. */
const MOST_RUNS = 2;
/** Longer runs are sentences, not strays. */
const MOST_LETTERS = 12;

/** Runs of letters that are neither Latin nor of the language's scripts; undefined where those are not known. */
const strayRuns = lazyByKey((language: string): RegExp | undefined => {
  const own = scriptsOf(language);
  if (own === undefined) return undefined;
  const codes = new Set(['Latn', 'Zyyy', 'Zinh', ...own.flatMap((s) => (COMPANIONS[s] ?? s).split(' '))]);
  const known = [...codes].map((code) => `\\p{Script=${code}}`).join('');
  return new RegExp(`(?![${known}])\\p{L}(?:(?![${known}])[\\p{L}\\p{M}])*`, 'gu');
});

/** For a language: 2 for the units that may begin such a run, 1 for others, 0 where nobody has asked yet. */
const strayUnits = lazyByKey((_language: string) => new Uint8Array(0x10000));

/** True where a text may have such a run: a look at each unit, which passes over most paragraphs. */
function mayHaveRuns(text: string, language: string, runs: RegExp): boolean {
  const table = strayUnits(language);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const known = table[unit];
    if (known === 1) continue;
    if (known === 2) return true;
    // Halves of characters may be letters.
    const isStray = (unit >= 0xd800 && unit <= 0xdfff) || text.charAt(i).search(runs) === 0;
    table[unit] = isStray ? 2 : 1;
    if (isStray) return true;
  }
  return false;
}

export const stray: ParagraphRule = {
  code: 'script/stray',
  title: 'A word in a foreign script',
  description: 'A single word in a script that the language does not use, in the middle of a sentence.',
  group: 'garbled',
  severity: 'warning',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.otherSmall | Kind.otherCapital | Kind.uncased | Kind.odd | Kind.surrogate),
  heedsDictionary: true,
  examples: {
    bad: [
      { language: 'id', text: 'Ia memakai [[ชุด]] merah di panggung.' },
      { language: 'vi', text: 'Giá xăng [[下降]] từ chiều nay.' },
      { language: 'en', text: 'The council [[решил]] to wait.' },
      { language: 'ru', text: 'Мэр открыл [[桥]] вчера.' },
      { language: 'en', text: 'They went home to [[ждать]], and so did we.' },
    ],
    good: [
      { language: 'en', text: 'Beijing (北京) and “ชุด” differ; in Russian: мир.' },
      { language: 'en', text: 'The σ of the sample, a β test and μ.' },
      { language: 'ja', text: '東京タワーの公園で한국 NHK です。' },
      { language: 'vi', text: 'Cuộc họp bắt đầu lúc chín giờ.' },
    ],
  },
  *check(paragraph: Paragraph, context): Generator<Observation> {
    const { text } = paragraph;
    const own = scriptsOf(context.language);
    if (own === undefined) return;
    const runs = strayRuns(context.language);
    if (runs === undefined || !mayHaveRuns(text, context.language, runs)) return;
    const found: { start: number; end: number }[] = [];
    for (const match of text.matchAll(runs)) {
      found.push({ start: match.index, end: match.index + match[0].length });
      if (found.length > MOST_RUNS) return;
    }
    for (const { start, end } of found) {
      if (!isStray(text, start, end) || damageAt(paragraph, start) !== undefined) continue;
      const word = text.slice(start, end);
      if (context.accepts(word) || (own[0] === 'Latn' && looksLatin(word))) continue;
      yield {
        start,
        end,
        message: msg(
          '“{0}” is in a script that this language does not use. Translate it, or remove it.',
          word,
        ),
        why: msg('Its first letter is {0}; the words around it are in another script.', codePointName(word)),
      };
    }
  },
};

/** True for a word of look-alikes, which is for script/whole. */
function looksLatin(word: string): boolean {
  return alphabetOf(word) !== undefined && inAlphabet(word, 'Latin') !== undefined;
}

/** True where quotation marks, brackets, a colon or a dash say that a word of another script is meant. */
export function isMeant(text: string, start: number, end: number): boolean {
  return INTRODUCED.test(text.slice(Math.max(0, start - 2), start)) || CLOSED.test(text.slice(end, end + 2));
}

/**
 * True where `start` to `end` (UTF-16 units) stand between words, and neither quotation marks nor brackets nor a colon
 * say that a word of another script is meant.
 */
export function isStray(text: string, start: number, end: number): boolean {
  if (end - start > MOST_LETTERS) return false;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  // A single Greek letter is a symbol; letters of two alphabets in one word are for script/mixed.
  const beside = LETTER.test(before.slice(-1)) || LETTER.test(after.charAt(0));
  if (/^\p{Script=Greek}$/u.test(text.slice(start, end))) return false;
  if (beside && /^[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text.slice(start, end))) return false;
  if (isMeant(text, start, end)) return false;
  return LETTER.test(before) && (LETTER.test(after) || END_OF_CLAUSE.test(after));
}

import { msg } from '../../../message.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Observation } from '../../finding.ts';
import { isOneLetterWord } from '../../oneLetterWords.ts';
import type { ParagraphRule } from '../../rule.ts';
import { type Doubling, doublingOf, HYPHENATES, SOUNDS } from './doubling.ts';
import { isDoubledByMistake } from './vietnameseDoubling.ts';

/** Shorter words that stand twice in a language with hyphens are no plural. */
const SHORTEST_PLURAL = 3;

export const repeatedWord: ParagraphRule = {
  code: 'repeated/word',
  title: 'Repeated word',
  description: 'The same word twice in a row, where the language does not double it.',
  group: 'garbled',
  severity: 'warning',
  notFor: ['zh', 'ja', 'th', 'lo', 'km', 'my'],
  options: [
    {
      name: 'allowed',
      description: 'Words that may stand twice in a row.',
      type: 'words',
      default: [],
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Kebakaran terjadi [[di di]] pasar lama.',
        fixed: 'Kebakaran terjadi di pasar lama.',
      },
      {
        language: 'id',
        text: 'Para petani menjual [[kerbau kerbau]] mereka.',
        fixed: 'Para petani menjual kerbau-kerbau mereka.',
        note: 'a plural that lost its hyphen',
      },
      {
        language: 'vi',
        text: 'Đây là cây cầu [[của của]] người dân.',
        fixed: 'Đây là cây cầu của người dân.',
      },
      {
        language: 'vi',
        text: 'Xã đã [[sửa sửa]] cầu, và [[trường trường]] học mở cửa.',
        fixed: 'Xã đã sửa cầu, và trường học mở cửa.',
      },
      {
        language: 'en',
        text: 'The ferry left [[the the]] harbour [[in in]] May with [[a a]] guest. [[It it]] came back at noon.',
        fixed: 'The ferry left the harbour in May with a guest. It came back at noon.',
      },
    ],
    good: [
      { language: 'en', text: 'She came in in June and went on on Monday.' },
      { language: 'en', text: 'She had had enough of what that that man said, very very much.' },
      {
        language: 'vi',
        text: 'Ngày ngày anh đi từ từ ra chợ, người người qua lại.',
        note: 'doubling is grammar',
      },
      {
        language: 'vi',
        text: 'Họ vội vội vàng vàng về; mục tiêu tiêu diệt sâu bệnh đã đạt.',
        note: 'two compounds that meet in one syllable',
      },
      { language: 'id', text: 'Kupu-kupu itu terbang ke kafe Di Di.' },
      { language: 'de', text: 'Die Katze, die die Maus fing, schläft.' },
      { language: 'en', text: 'He sang with Duran Duran in Pago Pago.', note: 'names' },
    ],
  },
  scope: 'paragraph',
  *check({ text, tokens }, context, options) {
    const doubling = doublingOf(context.language);
    for (let i = 1; i < tokens.length; i++) {
      const first = tokens[i - 1];
      const second = tokens[i];
      if (first === undefined || second === undefined || !isPair(text, first, second, context.language))
        continue;
      const word = second.text.toLowerCase();
      if (first.text !== second.text && !opensSentence(tokens[i - 2])) continue;
      // Three in a row are a cry or a loop.
      if (tokens[i + 1]?.text.toLowerCase() === word || tokens[i - 2]?.text.toLowerCase() === word) continue;
      if (SOUNDS.has(word) || context.accepts(text.slice(first.start, second.end))) continue;
      if (options.includes('allowed', word)) continue;
      const isTooMany =
        context.language === 'vi' && 'only' in doubling
          ? isDoubledByMistake(word, tokens[i - 2], tokens[i + 1], doubling.only) && !isDoubledPair(tokens, i)
          : isDamage(doubling, word) || isAfterNoParticleVerb(doubling, word, tokens[i - 2]);
      // Where only function words are damage, one of the two is always too many.
      if (isTooMany) yield twice(first, second, 'only' in doubling && doubling.only.has(word));
      else if (HYPHENATES.has(context.language) && word.length >= SHORTEST_PLURAL)
        yield withoutHyphen(first, second);
    }
  },
};

/** True where the two are one word with nothing but a blank between, and no part of a compound or of a name. */
function isPair(text: string, first: Token, second: Token, language: string): boolean {
  const length = second.end - second.start;
  // Most pairs end here.
  if (first.end - first.start !== length || second.kind !== 'word') return false;
  if (length < 2 && !isOneLetterWord(second.text, language)) return false;
  if (!mayBeSame(text.charCodeAt(first.end - 1), text.charCodeAt(second.end - 1))) return false;
  if (!mayBeSame(text.charCodeAt(first.start), text.charCodeAt(second.start))) return false;
  if (first.text.toLowerCase() !== second.text.toLowerCase()) return false;
  if (!/^\s+$/.test(text.slice(first.end, second.start))) return false;
  // Two capitals are a name or a headline; a capital in the second place begins a name.
  if (/^\p{Lu}/u.test(second.text)) return false;
  return !/[-–/]/.test(text.charAt(second.end)) && !/[-–/]/.test(text.charAt(first.start - 1));
}

/** False for two units of which no letter case makes one: a quick look. */
function mayBeSame(a: number, b: number): boolean {
  return a === b || a > 0x7f || b > 0x7f || (a | 0x20) === (b | 0x20);
}

/** True where a word after this token may have its capital from the sentence, not from being a name. */
function opensSentence(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'mark';
}

/** `vội vội vàng vàng`: two pairs, side by side. `i`: index of the second word of one of them. */
function isDoubledPair(tokens: readonly Token[], i: number): boolean {
  const isSame = (a: Token | undefined, b: Token | undefined) =>
    a?.kind === 'word' && a.text.toLowerCase() === b?.text.toLowerCase();
  return isSame(tokens[i + 1], tokens[i + 2]) || isSame(tokens[i - 3], tokens[i - 2]);
}

/** `in` and its like stand twice only where the first belongs to a verb: she came in in June. */
function isAfterNoParticleVerb(doubling: Doubling, word: string, before: Token | undefined): boolean {
  if (!('except' in doubling) || doubling.particles?.has(word) !== true) return false;
  return !(doubling.particleVerbs?.has(before?.text.toLowerCase() ?? '') ?? false);
}

function isDamage(doubling: Doubling, word: string): boolean {
  return 'only' in doubling ? doubling.only.has(word) : !doubling.except.has(word);
}

function twice(first: Token, second: Token, certain: boolean): Observation {
  return {
    ...range(first, second),
    message: msg('“{0}” stands twice in a row. Delete one of the two.', second.text),
    why: msg('The language does not double “{0}”.', second.text),
    fixes: [
      {
        title: msg('Delete one “{0}”', second.text),
        edits: [{ start: first.end, end: second.end, newText: '' }],
        certain,
      },
    ],
  };
}

function withoutHyphen(first: Token, second: Token): Observation {
  const joined = `${first.text}-${second.text}`;
  return {
    ...range(first, second),
    message: msg('The hyphen of “{0}” is missing, or the word stands twice.', joined),
    why: msg('A doubled word is written with a hyphen.'),
    fixes: [
      { title: msg('Write “{0}”', joined), edits: [{ start: first.end, end: second.start, newText: '-' }] },
      {
        title: msg('Delete one “{0}”', second.text),
        edits: [{ start: first.end, end: second.end, newText: '' }],
      },
    ],
  };
}

function range(first: Token, second: Token): TextRange {
  return { start: first.start, end: second.end };
}

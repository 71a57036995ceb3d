import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import { bareVietnamese } from '../../../text/vietnamese/bare.ts';
import { BARE_COMMON } from '../../../text/vietnamese/bareCommon.ts';
import { isBareSyllable, parseSyllable } from '../../../text/vietnamese/syllable.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

const FEWEST_WORDS = 3;
/**
 * How strongly a bare word tells that its accents are lost, in bits, rounded: a form that no syllable has as it
 * stands (`nguoi`, `cac`), a frequent word that is nearly never written bare (`cua`), any other bare syllable, and
 * one that is common as it stands (`trong`).
 */
const IMPOSSIBLE_BARE = 5;
const COMMON_WITH_MARKS = 4;
const OTHER_BARE = 1;
const COMMON_AS_IT_IS = -1;
/** Below this a run may be chance: the prototype's bound was 11 bits with a table of all syllables. */
const FEWEST_BITS = 9;
/** Of the words of a run so many may be common English words. */
const ENGLISH_AT_MOST = 1 / 3;

/** The longest syllable has seven letters. */
const LONGEST = 7;

export const noDiacriticsPart: ParagraphRule = {
  code: 'vietnamese/no-diacritics-part',
  title: 'Words without accents',
  description:
    'Three Vietnamese words or more in a row that lost their accents, inside a text that has them.',
  group: 'garbled',
  severity: 'warning',
  languages: ['vi'],
  examples: {
    bad: [
      { language: 'vi', text: 'Sáng nay, [[nguoi dan cua xa]] đã đến xem cây cầu mới và rất vui mừng.' },
      {
        language: 'vi',
        text: 'Theo Sở Giao thông, [[cac phuong tien]] được qua cầu từ ngày mai, trừ xe tải.',
      },
    ],
    good: [
      { language: 'vi', text: 'Anh em trong nhà theo cha ra sông, khi trưa sang thì về.' },
      { language: 'vi', text: 'Nhóm nhạc hát bài “the cat sat on that hat” ở hội chợ.', note: 'English' },
      { language: 'vi', text: 'Ông gặp Ban Ki Moon và Lee Hsien Loong ở hội nghị.', note: 'names' },
      { language: 'vi', text: 'Xem tại vidu.vn/nguoi-dan-cua-xa hôm nay.', note: 'an address' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    for (const found of bareRuns(paragraph)) {
      const run = withoutCommonEdges(found, context);
      const first = run[0];
      const last = run[run.length - 1];
      if (first === undefined || last === undefined || !isTelling(run, context)) continue;
      // A whole line without accents is another rule's.
      if (bareVietnamese(paragraph.tokens) !== undefined) return;
      yield {
        start: first.start,
        end: last.end,
        message: msg('These {0} words lost their accents. Write them.', run.length),
        why: msg(
          'In Vietnamese text such words hardly ever stand without accents: {0} bits.',
          bits(run, context),
        ),
      };
    }
  },
};

/** Runs of at least three small words of a–z with nothing but one blank between, each a syllable without its marks. */
function* bareRuns({ text, tokens }: Paragraph): Generator<readonly Token[]> {
  let length = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const last = tokens[i - 1];
    const isSmall = token?.kind === 'word' && token.end - token.start <= LONGEST && isSmallAscii(token.text);
    const goesOn =
      isSmall && length > 0 && token.start === (last?.end ?? 0) + 1 && text.charAt(token.start - 1) === ' ';
    if (goesOn) {
      length++;
      continue;
    }
    // Most runs are shorter, and only for the others it is worth while to look the words up.
    if (length >= FEWEST_WORDS) yield* bareParts(tokens.slice(i - length, i));
    length = isSmall ? 1 : 0;
  }
}

function* bareParts(run: readonly Token[]): Generator<readonly Token[]> {
  let part: Token[] = [];
  for (const token of run) {
    if (isBareSyllable(token.text)) {
      part.push(token);
      continue;
    }
    if (part.length >= FEWEST_WORDS) yield part;
    part = [];
  }
  if (part.length >= FEWEST_WORDS) yield part;
}

function isSmallAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/** Words that are common as they stand may belong to the sound text on either side. */
function withoutCommonEdges(run: readonly Token[], { commonWords }: RuleContext): readonly Token[] {
  const isLost = ({ text }: Token) => BARE_COMMON.has(text) || !commonWords.has('vi', text);
  return run.slice(Math.max(0, run.findIndex(isLost)), run.findLastIndex(isLost) + 1);
}

function bits(run: readonly Token[], { commonWords }: RuleContext): number {
  let sum = 0;
  for (const { text } of run) {
    if (parseSyllable(text) === undefined) sum += IMPOSSIBLE_BARE;
    else if (BARE_COMMON.has(text)) sum += COMMON_WITH_MARKS;
    else sum += commonWords.has('vi', text) ? COMMON_AS_IT_IS : OTHER_BARE;
  }
  return sum;
}

function isTelling(run: readonly Token[], context: RuleContext): boolean {
  if (run.length < FEWEST_WORDS || bits(run, context) < FEWEST_BITS) return false;
  const english = run.filter(({ text }) => context.commonWords.has('en', text)).length;
  return english <= run.length * ENGLISH_AT_MOST;
}

import { lazyByKey } from '../../../lazy.ts';
import { msg } from '../../../message.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { type BoilerplatePhrases, PHRASES } from './phrases.ts';

/** A longer line is text that happens to begin like a prompt. */
const LONGEST_LINE = 160;
/** The longest “Read also: <title>” at the end of a paragraph. */
const LONGEST_TITLE = 140;
/** The longest label is shorter. */
const LONGEST_LABEL = 60;
/** Marks, arrows, bullets and counts at the ends of a line: “» Comments (12)”. */
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}\d]+$/gu;

/** The phrases of a language, ready to be looked up. */
interface Matcher {
  readonly lines: ReadonlySet<string>;
  readonly label: RegExp | undefined;
  readonly start: RegExp | undefined;
  readonly sentence: RegExp | undefined;
}

const matcherOf = lazyByKey((language: string): readonly Matcher[] =>
  Object.hasOwn(PHRASES, language) ? [matcher(language)] : [],
);
/** Pages in any language have English prompts, and Malay ones Indonesian. */
const ALSO: Readonly<Record<string, readonly string[]>> = { ms: ['id', 'en'], en: [] };

export const boilerplate: ParagraphRule = {
  code: 'page/boilerplate',
  title: 'Left over from the web page',
  description:
    'A line that belongs to the page, not to the article: “read also”, comments, sharing, advertisement.',
  group: 'page',
  severity: 'warning',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Jembatan itu dibuka hari ini.\n[[Baca Juga : Warga Sambut Jembatan Baru]]\n[[SCROLL TO CONTINUE WITH CONTENT]]\nWarga senang.',
        fixed: 'Jembatan itu dibuka hari ini.\n\n\nWarga senang.',
      },
      { language: 'id', text: '[[Klik di sini untuk mengunduh aplikasi kami]]', fixed: '' },
      {
        language: 'id',
        text: 'Warga senang, kata lurah. [[Baca juga: Jembatan Lama Ditutup]]',
        fixed: 'Warga senang, kata lurah.',
        note: 'at the end of a paragraph',
      },
      { language: 'vi', text: '[[Bình luận (3)]]\n[[Tin khác]]', fixed: '\n' },
      { language: 'en', text: 'The bridge is open.\n[[Leave a Comment]]', fixed: 'The bridge is open.\n' },
    ],
    good: [
      { language: 'id', text: 'Ia membaca juga surat yang dikirim warga.' },
      { language: 'en', text: 'She left a comment on the plan, and many share this view.' },
      { language: 'vi', text: 'Nhiều ý kiến bình luận rằng cây cầu mở quá muộn.' },
      {
        language: 'en',
        text: 'Click here to see how long a line may be before it is taken for the text of an article, which no prompt of any page is, since people read a prompt at a glance and go.',
        note: 'too long for a prompt',
      },
    ],
  },
  scope: 'paragraph',
  *check({ text }, { language }) {
    const matchers = matchersOf(language);
    const whole = text.length <= LONGEST_LINE ? first(matchers, (m) => linePhrase(m, text)) : undefined;
    if (whole !== undefined) {
      yield observation(0, text.length, 0, whole);
      return;
    }
    const tail = first(matchers, (m) => m.label && tailLabel(m.label, text));
    if (tail !== undefined) {
      const deleteFrom = text.slice(0, tail.start).trimEnd().length;
      yield observation(tail.start, text.length, deleteFrom, tail.phrase);
    }
  },
};

function matchersOf(language: string): Matcher[] {
  const also = (Object.hasOwn(ALSO, language) ? ALSO[language] : undefined) ?? ['en'];
  return [language, ...also].flatMap(matcherOf);
}

function first<T>(matchers: readonly Matcher[], find: (matcher: Matcher) => T | undefined): T | undefined {
  for (const matcher of matchers) {
    const found = find(matcher);
    if (found !== undefined) return found;
  }
  return undefined;
}

function matcher(language: string): Matcher {
  const phrases: BoilerplatePhrases = (Object.hasOwn(PHRASES, language) && PHRASES[language]) || {};
  return {
    lines: new Set(phrases.lines),
    label: pattern(phrases.labels, (any) => `(?<![^\\s])(?:${any})(?:\\s?[:：]|\\s[-–|](?=\\s))`, 'giu'),
    start: pattern(phrases.starts, (any) => `^(?:${any})(?![\\p{L}\\p{M}])`, 'u'),
    sentence: phrases.sentences && new RegExp(phrases.sentences.join('|'), 'u'),
  };
}

function pattern(
  phrases: readonly string[] | undefined,
  wrap: (alternatives: string) => string,
  flags: string,
): RegExp | undefined {
  if (phrases === undefined) return undefined;
  const any = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(wrap(any.join('|')), flags);
}

/** The phrase that makes the whole line boilerplate. */
function linePhrase(matcher: Matcher, text: string): string | undefined {
  const line = text.toLowerCase().replace(EDGES, '');
  if (matcher.lines.has(line)) return line;
  return matcher.start?.exec(line)?.[0] ?? matcher.sentence?.exec(line)?.[0];
}

/** A label with a colon that begins the line, or follows the last sentence of a paragraph. */
function tailLabel(label: RegExp, text: string): { start: number; phrase: string } | undefined {
  const from = Math.max(0, text.length - LONGEST_TITLE - LONGEST_LABEL);
  for (const match of text.slice(from).matchAll(label)) {
    const start = from + match.index;
    const rest = text.slice(start + match[0].length);
    if (rest.length > LONGEST_TITLE || !isTitle(rest)) continue;
    const before = text.slice(Math.max(0, start - 40), start);
    if (before.trim() === '' || /[.!?]["”’»)]?\s+$/.test(before))
      return { start, phrase: match[0].replace(/\s?[:：–|-]$/, '') };
  }
  return undefined;
}

/** A title begins with a capital, a figure or a quote, or in a script without capitals; and is one sentence. */
function isTitle(rest: string): boolean {
  return !/^\s*\p{Ll}/u.test(rest) && !/[.!?]\s+\p{Lu}/u.test(rest);
}

function observation(start: number, end: number, deleteFrom: number, phrase: string): Observation {
  return {
    start,
    end,
    message: msg('This belongs to the web page, not to the article. Delete it.'),
    why: msg('Pages print “{0}” around their articles.', phrase),
    fixes: [{ title: msg('Delete it'), edits: [{ start: deleteFrom, end, newText: '' }] }],
  };
}

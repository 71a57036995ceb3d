import { lazyByKey } from '../../lazy.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { type BoilerplatePhrases, PHRASES } from './phrases.ts';

/** A line, or the tail of one, that pages print around their articles. */
export interface PagePhrase {
  /** `comments` and `related` head what readers wrote and other articles; `tail` follows a sentence of the text. */
  readonly kind: 'comments' | 'related' | 'line' | 'tail';
  /** What was recognised, in lower case. */
  readonly phrase: string;
  /** Where it begins in the paragraph, in UTF-16 units; it goes on to the end. */
  readonly start: number;
}

/** A longer line is text that happens to begin like a prompt. */
const LONGEST_LINE = 160;
/** The longest “Read also: <title>” at the end of a paragraph. */
const LONGEST_TITLE = 140;
/** The longest label is shorter. */
const LONGEST_LABEL = 60;
/** Marks, arrows, bullets and counts at the ends of a line: “» Comments (12)”. */
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}\d]+$/gu;
/** Pages in any language have English prompts, and Malay ones Indonesian. */
const ALSO: Readonly<Record<string, readonly string[]>> = { ms: ['id', 'en'], en: [] };

/** An arrow points to another page; what it points to is a title. */
const ARROW = /^(?:>{1,3}|»{1,3}|[►▶▸→➡⇒➤☞]|👉)\s*(?=["“‘'«]?\p{Lu})/u;
const LONGEST_LINK = 200;

/** The phrases of a language, ready to be looked up. */
interface Matcher {
  readonly lines: ReadonlyMap<string, PagePhrase['kind']>;
  readonly label: RegExp | undefined;
  readonly start: RegExp | undefined;
  readonly tag: RegExp | undefined;
  readonly sentence: RegExp | undefined;
}

/** What pages print, where a paragraph is or ends in it, by the phrases of a language (BCP 47) and of English. */
export function pagePhraseOf(paragraph: Paragraph, language: string): PagePhrase | undefined {
  return paragraph.memo(`page phrase ${language}`, () => {
    const { text } = paragraph;
    const matchers = matchersOf(language);
    const arrow = text.length <= LONGEST_LINK ? ARROW.exec(text) : null;
    if (arrow !== null) return { kind: 'line', phrase: arrow[0].trim(), start: 0 };
    if (text.length <= LONGEST_LINE) {
      const line = text.toLowerCase().replace(EDGES, '');
      for (const matcher of matchers) {
        const whole = linePhrase(matcher, line);
        if (whole !== undefined) return whole;
      }
    }
    const from = Math.max(0, text.length - LONGEST_TITLE - LONGEST_LABEL);
    if (!mayHoldLabel(text, from)) return undefined;
    for (const { label } of matchers) {
      const tail = label && tailLabel(label, text, from);
      if (tail !== undefined) return tail;
    }
    return undefined;
  });
}

const matchersOf = lazyByKey((language: string): readonly Matcher[] => {
  const also = (Object.hasOwn(ALSO, language) ? ALSO[language] : undefined) ?? ['en'];
  return [language, ...also].flatMap(matcherOf);
});

const matcherOf = lazyByKey((language: string): readonly Matcher[] =>
  Object.hasOwn(PHRASES, language) ? [matcher(PHRASES[language] ?? {})] : [],
);

function matcher(phrases: BoilerplatePhrases): Matcher {
  const lines = new Map<string, PagePhrase['kind']>();
  for (const line of phrases.lines ?? []) lines.set(line, 'line');
  for (const line of phrases.related ?? []) lines.set(line, 'related');
  for (const line of phrases.comments ?? []) lines.set(line, 'comments');
  return {
    lines,
    label: pattern(phrases.labels, (any) => `(?<![^\\s])(?:${any})(?:\\s?[:：]|\\s[-–|](?=\\s))`, 'giu'),
    start: pattern(phrases.starts, (any) => `^(?:${any})(?![\\p{L}\\p{M}])`, 'u'),
    tag: pattern(phrases.tags, (any) => `^(?:${any})\\s?[:：]\\s`, 'u'),
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

/** The phrase that makes the whole line boilerplate; `line` is in lower case, without its outer marks. */
function linePhrase({ lines, start, tag, sentence }: Matcher, line: string): PagePhrase | undefined {
  const kind = lines.get(line);
  if (kind !== undefined) return { kind, phrase: line, start: 0 };
  const phrase = start?.exec(line)?.[0] ?? tag?.exec(line)?.[0].trim() ?? sentence?.exec(line)?.[0];
  return phrase === undefined ? undefined : { kind: 'line', phrase, start: 0 };
}

/** A label has a colon or a dash behind it: most paragraphs end here. */
function mayHoldLabel(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3a || code === 0x2d || code === 0x7c || code === 0x2013 || code === 0xff1a) return true;
  }
  return false;
}

/** A label with a colon that begins the line, or follows the last sentence of a paragraph. */
function tailLabel(label: RegExp, text: string, from: number): PagePhrase | undefined {
  for (const match of text.slice(from).matchAll(label)) {
    const start = from + match.index;
    const rest = text.slice(start + match[0].length);
    if (rest.length > LONGEST_TITLE || !isTitle(rest)) continue;
    const before = text.slice(Math.max(0, start - 40), start);
    const phrase = match[0].replace(/\s?[:：–|-]$/, '');
    if (before.trim() === '') return { kind: 'line', phrase, start };
    if (/[.!?]["”’»)]?\s+$/.test(before)) return { kind: 'tail', phrase, start };
  }
  return undefined;
}

/** A title begins with a capital, a figure or a quote, or in a script without capitals; and is one sentence. */
function isTitle(rest: string): boolean {
  return !/^\s*\p{Ll}/u.test(rest) && !/[.!?]\s+\p{Lu}/u.test(rest);
}

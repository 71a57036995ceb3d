import { lazyByKey } from '../../lazy.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { BLANKS, Kind } from '../../text/signs.ts';
import { type BoilerplatePhrases, PHRASES } from './phrases.ts';

/** A line, or the tail of one, that pages print around their articles. */
export interface PagePhrase {
  /**
   * `comments` and `related` head what readers wrote and other articles; a `label` has a colon and a title behind it;
   * a `tail` is one behind a sentence of the text.
   */
  readonly kind: 'comments' | 'related' | 'line' | 'label' | 'tail';
  /** What was recognised, in lower case. */
  readonly phrase: string;
  /** Where it begins in the paragraph, in UTF-16 units; it goes on to the end. */
  readonly start: number;
}

/** A longer line is text that happens to begin like a prompt. */
const LONGEST_LINE = 160;
/** No phrase that is a line of its own is longer. */
const LONGEST_PHRASE = 60;
/** The longest “Read also: <title>” at the end of a paragraph. */
const LONGEST_TITLE = 140;
/** The longest label is shorter. */
const LONGEST_LABEL = 60;
/** An arrow points to another page; what it points to is a title. */
const ARROW = /^(?:>{1,3}|»{1,3}|[►▶▸→➡⇒➤☞]|👉)\s*(?=["“‘'«]?\p{Lu})/u;
const LONGEST_LINK = 200;
/** Pages in any language have English prompts, and Malay ones Indonesian. */
const ALSO: Readonly<Record<string, readonly string[]>> = { ms: ['id', 'en'], en: [] };

/** The phrases of a language, ready to be looked up. */
interface Matcher {
  readonly lines: ReadonlyMap<string, PagePhrase['kind']>;
  /** By their first words: most lines begin with another one. */
  readonly starts: ReadonlyMap<string, readonly string[]>;
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly sentences: readonly { readonly held: string; readonly pattern: RegExp }[];
  /** Sticky. */
  readonly label: RegExp | undefined;
}

/** What pages print, where a paragraph is or ends in it, by the phrases of a language (BCP 47) and of English. */
export function pagePhraseOf(paragraph: Paragraph, language: string): PagePhrase | undefined {
  return paragraph.memo(`page phrase ${language}`, () => {
    const { text, signs } = paragraph;
    if (text.length <= LONGEST_LINK && !isAsciiLetter(text.charCodeAt(0))) {
      const arrow = ARROW.exec(text);
      if (arrow !== null) return { kind: 'line', phrase: arrow[0].trim(), start: 0 };
    }
    const matchers = matchersOf(language);
    if (text.length <= LONGEST_LINE) {
      const line = withoutEdges(text.toLowerCase());
      const first = line.slice(0, firstBlank(line));
      for (const matcher of matchers) {
        const whole = linePhrase(matcher, line, first);
        if (whole !== undefined) return whole;
      }
    }
    // A label has a colon or a spaced dash behind it: most paragraphs end here.
    if (!signs.has(Kind.colon | Kind.other) && !signs.hasPair(BLANKS, Kind.hyphen | Kind.ascii))
      return undefined;
    return tailLabel(matchers, text);
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
  const labels = longestFirst(phrases.labels ?? []).map((label) =>
    label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return {
    lines,
    starts: byFirstWord(phrases.starts ?? []),
    tags: byFirstWord(phrases.tags ?? []),
    sentences: (phrases.sentences ?? []).map(([held, pattern]) => ({
      held,
      pattern: new RegExp(pattern, 'u'),
    })),
    label:
      labels.length === 0
        ? undefined
        : new RegExp(`(?:${labels.join('|')})(?:\\s?[:：]|\\s[-–|](?=\\s))`, 'iuy'),
  };
}

function longestFirst(phrases: readonly string[]): string[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const phrase of longestFirst(phrases)) {
    const first = phrase.slice(0, firstBlank(phrase));
    index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  return index;
}

/** Where the first word ends: at a blank or a colon. */
function firstBlank(line: string): number {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x20 || code === 0x3a || code === 0xff1a || code === 0xa0) return i;
  }
  return line.length;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** The line without marks, arrows, bullets and counts at its ends: “» Comments (12)”. */
function withoutEdges(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && !isOfWord(line, start) && !isDigit(line.charCodeAt(start))) start++;
  while (end > start && !isOfWord(line, end - 1)) end--;
  return line.slice(start, end);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isOfWord(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code < 0x80 ? isAsciiLetter(code) : /[\p{L}\p{M}\p{N}]/u.test(line.charAt(at));
}

/** The phrase that makes the whole line boilerplate; `line` is in lower case, without its outer marks. */
function linePhrase(
  { lines, starts, tags, sentences }: Matcher,
  line: string,
  first: string,
): PagePhrase | undefined {
  const kind = line.length <= LONGEST_PHRASE ? lines.get(line) : undefined;
  if (kind !== undefined) return { kind, phrase: line, start: 0 };
  const phrase =
    starts
      .get(first)
      ?.find((start) => line.startsWith(start) && !/^[\p{L}\p{M}]/u.test(line.slice(start.length))) ??
    tags.get(first)?.find((tag) => line.startsWith(tag) && /^\s?[:：]\s/.test(line.slice(tag.length))) ??
    sentencePhrase(sentences, line);
  return phrase === undefined ? undefined : { kind: 'line', phrase, start: 0 };
}

function sentencePhrase(sentences: Matcher['sentences'], line: string): string | undefined {
  for (const { held, pattern } of sentences) {
    const phrase = line.includes(held) ? pattern.exec(line)?.[0] : undefined;
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** A label with a colon that begins the line, or follows the last sentence of a paragraph. */
function tailLabel(matchers: readonly Matcher[], text: string): PagePhrase | undefined {
  const from = Math.max(0, text.length - LONGEST_TITLE - LONGEST_LABEL);
  for (const start of labelPlaces(text, from))
    for (const { label } of matchers) {
      if (label === undefined) continue;
      label.lastIndex = start;
      const match = label.exec(text)?.[0];
      if (match === undefined) continue;
      const rest = text.slice(start + match.length);
      if (rest.length > LONGEST_TITLE || !isTitle(rest)) continue;
      return { kind: start === 0 ? 'label' : 'tail', phrase: match.replace(/\s?[:：–|-]$/, ''), start };
    }
  return undefined;
}

/** Where the line, or a sentence near its end, begins. */
function labelPlaces(text: string, from: number): number[] {
  const places = from === 0 ? [0] : [];
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f) continue;
    let at = i + 1;
    if (/["”’»)]/.test(text.charAt(at))) at++;
    const blanks = at;
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0xa0) at++;
    if (at > blanks && at < text.length) places.push(at);
  }
  return places;
}

/** A title begins with a capital, a figure or a quote, or in a script without capitals; and is one sentence. */
function isTitle(rest: string): boolean {
  return !/^\s*\p{Ll}/u.test(rest) && !/[.!?]\s+\p{Lu}/u.test(rest);
}

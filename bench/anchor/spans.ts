import type { Random } from '../rules/random.ts';
import { sentencesOf, wordsOf } from './operators/places.ts';
import type { Stretch } from './tracked.ts';
import { TrackedText } from './tracked.ts';

/** A span of the old text: places of its characters, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How near to a change, in characters, a span is one of those that the change could touch. */
const NEAR = 25;

/**
 * Spans as annotators set them, and some as they do not: names and phrases of one to four words, half of them beside
 * a change; all mentions of one word; sentences; the beginnings and ends of lines; phrases that overlap; single
 * characters.
 */
export function spansOf(old: string, changes: readonly number[], random: Random): Span[] {
  const text = new TrackedText(old);
  const words = wordsOf(text);
  const sentences = sentencesOf(text);
  const near = words.filter(({ start, end }) => changes.some((at) => at > start - NEAR && at < end + NEAR));
  const names = words.filter(({ text: word }) => /^\p{Lu}/u.test(word));
  const phrase = (list: readonly Stretch[]): Span | undefined => {
    const first = random.pick(list);
    const at = first ? words.indexOf(first) : -1;
    const last = words[Math.min(words.length - 1, at + random.below(4))];
    return first && last && at >= 0 ? { start: first.start, end: last.end } : undefined;
  };
  const character = (): Span | undefined => {
    const from = random.below(Math.max(1, text.characters.length));
    const found = text.characters
      .slice(from, from + 40)
      .findIndex(({ text: c }) => /[^\s\p{M}\p{Cf}\p{Cc}]/u.test(c));
    if (found < 0) return undefined;
    let end = from + found + 1;
    while (/^[\p{M}\p{Cf}]/u.test(text.characters[end]?.text ?? '')) end++;
    return { start: from + found, end };
  };
  const repeated = random.pick(
    [...Map.groupBy(words, ({ text: word }) => word).values()].filter((l) => l.length > 2),
  );
  const all = [
    ...times(14, () => phrase(near.length > 0 ? near : words)),
    ...times(8, () => phrase(names.length > 0 ? names : words)),
    ...times(6, () => phrase(words)),
    ...times(6, () => random.pick(sentences)),
    ...times(3, () => joinedSentences(sentences, random)),
    ...times(5, character),
    ...(repeated ?? []).slice(0, 12),
  ];
  return all.flatMap((span) => (span && span.end > span.start ? [{ start: span.start, end: span.end }] : []));
}

function joinedSentences(sentences: readonly Stretch[], random: Random): Span | undefined {
  const at = random.below(Math.max(1, sentences.length));
  const [first, last] = [sentences[at], sentences[Math.min(sentences.length - 1, at + 1)]];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

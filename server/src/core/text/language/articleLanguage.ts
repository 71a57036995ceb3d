import type { PlacedParagraph } from '../paragraph.ts';
import { primaryTag } from './confusables.ts';
import type { SentenceIdentifier } from './identifier.ts';
import { isMalay } from './malay.ts';

/** What an article is written in. */
export interface ArticleLanguage {
  /** BCP 47 primary subtag; `und` where nothing can be said. */
  readonly language: string;
  /** 0–1: the share of the sentences that were looked at; 1 where the language was declared. */
  readonly confidence: number;
  /** 0–1: how far it is ahead of the next language, as a share of the sentences; 1 where it was declared. */
  readonly margin: number;
  /** How many sentences were looked at. */
  readonly sentences: number;
  /** True where somebody said so: the project, or whoever gave the text. */
  readonly declared: boolean;
}

/** With three of five sentences in it, a language is the article's; with five of nine it may be a guest. */
const SURE_MARGIN = 0.2;

/** False where so many sentences are in another language that either may be the article's own. */
export function isSureLanguage({ language, margin, declared }: ArticleLanguage): boolean {
  return language !== 'und' && (declared || margin >= SURE_MARGIN);
}

/** No more sentences are looked at. */
const MOST_SENTENCES = 80;
/** Shorter sentences are names and exclamations. */
const FEWEST_WORDS = 3;
/** So far ahead of the next one, a language wins: with a third of foreign sentences it is the right one in 98 %. */
const DECISIVE_LEAD = 6;

/** No language is read from a sentence: it is too short. */
const NONE = '';

/**
 * The language of an article: the declared one (BCP 47), else that of most of its sentences. Sentences count alike,
 * however long they are; they are taken from all over the article, at most 80 of three words or more, and no more
 * once one language leads by six. Each is identified once and kept with its paragraph. Sentences of Malay count as
 * Indonesian, which detectors cannot tell from it; which of the two the article is in, a few words tell.
 */
export function articleLanguage(
  paragraphs: readonly PlacedParagraph[],
  identifier: SentenceIdentifier | undefined,
  declared: string | undefined,
): ArticleLanguage {
  const told = declared ? primaryTag(declared) : '';
  if (told && told !== 'und')
    return { language: told, confidence: 1, margin: 1, sentences: 0, declared: true };
  const counts = new Map<string, number>();
  let sentences = 0;
  let leader = 'und';
  if (identifier) {
    const identify = (text: string) => identifier.identify(text, leader)?.language ?? NONE;
    for (const language of languagesOf(paragraphs, identify)) {
      sentences++;
      const count = (counts.get(language) ?? 0) + 1;
      counts.set(language, count);
      if (count > (counts.get(leader) ?? 0)) leader = language;
      if (sentences >= MOST_SENTENCES || lead(counts, leader) >= DECISIVE_LEAD) break;
    }
  }
  return {
    language: leader === 'id' && isMalay(paragraphs) ? 'ms' : leader,
    confidence: sentences === 0 ? 0 : (counts.get(leader) ?? 0) / sentences,
    margin: sentences === 0 ? 0 : lead(counts, leader) / sentences,
    sentences,
    declared: false,
  };
}

/** How far a language is ahead of the next one. */
function lead(counts: ReadonlyMap<string, number>, leader: string): number {
  let next = 0;
  for (const [language, count] of counts) if (language !== leader) next = Math.max(next, count);
  return (counts.get(leader) ?? 0) - next;
}

/** The languages of sentences from all over the article: one of every paragraph, in a scattered order, then a second. */
function* languagesOf(
  paragraphs: readonly PlacedParagraph[],
  identify: (text: string) => string,
): Generator<string> {
  for (let round = 0; round < MOST_SENTENCES; round++) {
    let any = false;
    for (const place of scattered(paragraphs.length)) {
      const paragraph = paragraphs[place]?.paragraph;
      const sentence = paragraph?.sentences('und')[round];
      if (!paragraph || !sentence) continue;
      any = true;
      const language = paragraph.memo(`language of sentence ${round}`, () => {
        const text = paragraph.text.slice(sentence.start, sentence.end);
        if (!hasWords(text)) return NONE;
        const found = identify(text);
        return found === 'ms' ? 'id' : primaryTag(found);
      });
      if (language !== NONE) yield language;
    }
    if (!any) return;
  }
}

/** The numbers below `count`, each once, the first few spread over all of them. */
function* scattered(count: number): Generator<number> {
  // A step near the golden ratio that has no divisor in common with the count visits every place, far apart.
  let step = Math.max(1, Math.round(count * 0.618));
  while (commonDivisor(step, count) > 1) step++;
  for (let i = 0, place = 0; i < count; i++, place = (place + step) % count) yield place;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Three words, or in scripts without blanks a dozen letters. */
function hasWords(text: string): boolean {
  return (
    text.split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS ||
    /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]{6}/.test(text)
  );
}

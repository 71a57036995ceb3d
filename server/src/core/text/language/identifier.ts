import { type CommonWords, noCommonWords } from '../commonWords.ts';
import { confusableWith, primaryTag, tellable } from './confusables.ts';
import { type EldDetector, readEld } from './eld.ts';
import { createFasttext, type FasttextDetector } from './fasttext.ts';
import type { LabelProbabilities } from './fasttextLabels.ts';
import { NearWords } from './nearWords.ts';
import { PlainTest } from './plainly.ts';
import { ScriptCounts, scriptsOf } from './scripts.ts';

/** A sentence that is not in its article's language, and how sure each detector is. */
export interface ForeignSentence {
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** Score of the best other language less that of the article's by eld, 0–1; undefined where eld does not know it. */
  readonly eldMargin: number | undefined;
  /** The same by fastText, in nats. */
  readonly fasttextMargin: number;
}

/** Says in which language a sentence is. Languages are BCP 47 primary subtags. */
export interface SentenceIdentifier {
  /**
   * The likeliest language of a text, with a confidence of 0–1; undefined where it holds fewer than two letters. A
   * text that is plainly in the language that the caller holds for `likely` is sent to no detector.
   */
  identify(text: string, likely?: string): { language: string; confidence: number } | undefined;
  /**
   * The language of a sentence that is not in the article's; undefined where it is, or where nothing can be said. A
   * language that is hardly told from the article's is never said, unless `declared`: somebody vouches for the article's.
   */
  foreign(sentence: string, articleLanguage: string, declared?: boolean): ForeignSentence | undefined;
}

/** Both detectors' margins from which a sentence is foreign; measured on NTREX and PUD (see docs of the rule). */
const ELD_MARGIN = 0.08;
const FASTTEXT_MARGIN = -0.5;
/** fastText's margin where eld does not know the article's language, or where the sentence is in none of eld's. */
const FASTTEXT_ALONE = 6;
/** One word says nothing, two or three say little: exclamations and names. */
const FEW_WORDS = 3;
const ELD_MARGIN_FEW = 0.15;
const FASTTEXT_MARGIN_FEW = 1;
/** A sentence with so many letters, nearly all in a script that the article's language has not, is foreign. */
const SCRIPT_LETTERS = 6;
const SCRIPT_SHARE = 0.9;
/** eld's best score for a text in one of its languages is above; for Swahili, which it lacks, below in 95 %. */
const ELD_KNOWS = 0.55;
/** fastText's margin from which a sentence is in a language that is hardly told from the article's. */
const NEAR_MARGIN = 3;
/** fastText's margin where eld does not know the article's language, but the sentence's. */
const FASTTEXT_WITH_ELD = 3;
/** Of the words of a sentence that belong to the article's language alone: with as many it is in that language. */
const COMMON_SHARE = 0.12;
/** Below this confidence of fastText, eld is asked too. */
const SURE = 0.9;

/**
 * The identifier that two small detectors make together: what eld packs and fastText's lid.176.ftz, as
 * scripts/data/build-data.mjs lays them down. With common words, a sentence that is plainly in its article's language
 * is sent to neither, which makes `foreign` several times as fast. Throws a RangeError where the bytes are others.
 */
export function createIdentifier(
  data: { eld: Uint8Array; fasttext: Uint8Array },
  commonWords: CommonWords = noCommonWords,
): SentenceIdentifier {
  return new PairIdentifier(readEld(data.eld), createFasttext(data.fasttext), commonWords);
}

/** Which of a detector's languages is where. */
class Places {
  private readonly languages: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(languages: readonly string[]) {
    this.languages = languages;
    this.places = new Map(languages.map((language, place) => [language, place]));
  }

  knows(language: string): boolean {
    return this.places.has(language);
  }

  place(language: string): number | undefined {
    return this.places.get(language);
  }

  language(place: number): string {
    return this.languages[place] ?? '';
  }
}

/** eld's scores of one text at a time. */
class EldScores extends Places {
  private readonly detector: EldDetector;
  private readonly values: Float64Array;

  constructor(detector: EldDetector) {
    super(detector.languages);
    this.detector = detector;
    this.values = new Float64Array(detector.languages.length);
  }

  read(text: string): void {
    this.detector.score(text, this.values.fill(0));
  }

  /** The best score among some languages. */
  bestOf(languages: Iterable<string>): number {
    let best = 0;
    for (const language of languages) best = Math.max(best, this.values[this.place(language) ?? -1] ?? 0);
    return best;
  }

  /** The language of the best score, less those of a set. */
  bestOther(than?: ReadonlySet<string>): { language: string; score: number } {
    let best = -1;
    let score = 0;
    for (let place = 0; place < this.values.length; place++) {
      const value = this.values[place] ?? 0;
      if (value > score && !than?.has(this.language(place))) {
        score = value;
        best = place;
      }
    }
    return { language: this.language(best), score };
  }
}

/** fastText's scores of one text at a time. */
class FasttextScores extends Places {
  private readonly detector: FasttextDetector;
  private found: LabelProbabilities | undefined;

  constructor(detector: FasttextDetector) {
    super(detector.languages);
    this.detector = detector;
  }

  read(text: string): void {
    this.found = this.detector.read(text.slice(0, MOST_UNITS));
  }

  of(language: string): number {
    const place = this.place(language);
    return place === undefined ? 0 : (this.found?.of(place) ?? 0);
  }

  bestOf(languages: Iterable<string>): number {
    let best = 0;
    for (const language of languages) best = Math.max(best, this.of(language));
    return best;
  }

  bestOther(than?: ReadonlySet<string>): { language: string; score: number } {
    const best = this.found?.best((place) => than?.has(this.language(place)) === true);
    return { language: this.language(best?.label ?? -1), score: best?.probability ?? 0 };
  }
}

class PairIdentifier implements SentenceIdentifier {
  private readonly eld: EldScores;
  private readonly fasttext: FasttextScores;
  private readonly plain: PlainTest;
  private readonly nearWords: NearWords;
  private readonly groups = new Map<string, ReadonlySet<string>>();

  constructor(eld: EldDetector, fasttext: FasttextDetector, commonWords: CommonWords) {
    this.plain = new PlainTest(commonWords);
    this.nearWords = new NearWords(commonWords);
    this.eld = new EldScores(eld);
    this.fasttext = new FasttextScores(fasttext);
  }

  identify(text: string, likely?: string): { language: string; confidence: number } | undefined {
    if (likely && this.plain.isPlainlyIn(likely, text)) return { language: likely, confidence: 1 };
    if (new ScriptCounts(text).letters < 2) return undefined;
    this.fasttext.read(text);
    const first = this.fasttext.bestOther();
    if (first.score >= SURE) return { language: first.language, confidence: Math.min(1, first.score) };
    this.eld.read(text);
    const language = this.named(this.eld.bestOther(), first.language);
    let confidence = 0;
    for (const one of this.group(language)) confidence += this.fasttext.of(one);
    return { language, confidence: Math.min(1, confidence) };
  }

  foreign(sentence: string, articleLanguage: string, declared = false): ForeignSentence | undefined {
    const own = primaryTag(articleLanguage);
    return this.far(sentence, own) ?? (declared ? this.near(sentence, own) : undefined);
  }

  /**
   * A sentence in a language that is hardly told from the article's, both declared and detected: it has a common word
   * that only the other one has, fastText is sure, and eld, where it knows both, agrees.
   */
  private near(sentence: string, own: string): ForeignSentence | undefined {
    const rivals = tellable(own);
    if (rivals.length === 0 || wordsOf(sentence) <= FEW_WORDS) return undefined;
    if (!rivals.some((rival) => this.nearWords.speakFor(rival, own, sentence))) return undefined;
    this.fasttext.read(sentence);
    const language = rivals.reduce((best, rival) =>
      this.fasttext.of(rival) > this.fasttext.of(best) ? rival : best,
    );
    const fasttextMargin = Math.log(this.fasttext.of(language)) - Math.log(this.fasttext.of(own));
    if (!(fasttextMargin >= NEAR_MARGIN)) return undefined;
    if (!this.eld.knows(language) || !this.eld.knows(own))
      return { language, eldMargin: undefined, fasttextMargin };
    this.eld.read(sentence);
    const eldMargin = this.eld.bestOf([language]) - this.eld.bestOf([own]);
    return eldMargin >= ELD_MARGIN ? { language, eldMargin, fasttextMargin } : undefined;
  }

  /**
   * Of a sentence in an article whose language eld does not know: few of its words are common ones of that language,
   * and eld, where it knows the other one, knows the sentence.
   */
  private isUnlike(sentence: string, own: string, other: string, fasttextMargin: number): boolean {
    const isKnown = this.eld.knows(other);
    if (fasttextMargin < (isKnown ? FASTTEXT_WITH_ELD : FASTTEXT_ALONE)) return false;
    if (this.nearWords.share(own, other, sentence) >= COMMON_SHARE) return false;
    if (!isKnown) return true;
    this.eld.read(sentence);
    return this.eld.bestOf(this.group(other)) >= ELD_KNOWS;
  }

  private far(sentence: string, own: string): ForeignSentence | undefined {
    const group = this.group(own);
    if (!this.fasttext.knows(own) && !this.eld.knows(own)) return undefined;
    if (this.plain.isPlainlyIn(own, sentence)) return undefined;
    const scripts = new ScriptCounts(sentence);
    const { letters } = scripts;
    const words = wordsOf(sentence);
    if (letters < 2 || words < 2) return undefined;
    const few = words <= FEW_WORDS;
    this.fasttext.read(sentence);
    const byFasttext = this.fasttext.bestOther(group);
    const fasttextMargin = Math.log(byFasttext.score) - Math.log(this.fasttext.bestOf(group));
    if (!few && letters >= SCRIPT_LETTERS && isOtherScript(scripts, own)) {
      return { language: byFasttext.language, eldMargin: undefined, fasttextMargin };
    }
    if (![...group].some((language) => this.eld.knows(language))) {
      return this.isUnlike(sentence, own, byFasttext.language, fasttextMargin)
        ? { language: byFasttext.language, eldMargin: undefined, fasttextMargin }
        : undefined;
    }
    if (fasttextMargin < (few ? FASTTEXT_MARGIN_FEW : FASTTEXT_MARGIN)) return undefined;
    this.eld.read(sentence);
    const byEld = this.eld.bestOther(group);
    const eldOwn = this.eld.bestOf(group);
    const eldMargin = byEld.score - eldOwn;
    const language = this.named(byEld, byFasttext.language);
    if (eldMargin >= (few ? ELD_MARGIN_FEW : ELD_MARGIN)) return { language, eldMargin, fasttextMargin };
    const eldKnowsNeither =
      eldOwn < ELD_KNOWS && byEld.score < ELD_KNOWS && !this.eld.knows(byFasttext.language);
    const hasItsWords = () =>
      fasttextMargin >= FASTTEXT_WITH_ELD &&
      this.nearWords.share(byFasttext.language, own, sentence) >= COMMON_SHARE;
    return eldKnowsNeither && (fasttextMargin >= FASTTEXT_ALONE || hasItsWords())
      ? { language, eldMargin, fasttextMargin }
      : undefined;
  }

  /** eld's language, but fastText's of a group that eld cannot part, or one that eld lacks where eld knows nothing. */
  private named(byEld: { language: string; score: number }, byFasttext: string): string {
    if (this.group(byEld.language).has(byFasttext)) return byFasttext;
    return byEld.score < ELD_KNOWS && !this.eld.knows(byFasttext) ? byFasttext : byEld.language || byFasttext;
  }

  private group(language: string): ReadonlySet<string> {
    const kept = this.groups.get(language);
    if (kept) return kept;
    const group = confusableWith(language);
    this.groups.set(language, group);
    return group;
  }
}

/** No sentence is longer; a piece of a long line may be. */
const MOST_UNITS = 1_000;

/** How many words a sentence has, four at most; an unbroken run in a script without blanks counts as four. */
function wordsOf(sentence: string): number {
  if (/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{6}/.test(sentence))
    return FEW_WORDS + 1;
  return sentence.split(/\s+/, FEW_WORDS + 1).length;
}

function isOtherScript(counts: ScriptCounts, language: string): boolean {
  const scripts = scriptsOf(language);
  if (!scripts) return false;
  let own = 0;
  for (const script of scripts) own += counts.of(script);
  return counts.letters - own >= SCRIPT_SHARE * counts.letters;
}

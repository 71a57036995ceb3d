import type { CommonWords } from '../text/commonWords.ts';
import type { ArticleLanguage } from '../text/language/articleLanguage.ts';
import type { SentenceIdentifier } from '../text/language/identifier.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Signs } from '../text/signs.ts';
import type { ArticleView } from './articleView.ts';
import type { CorpusKnowledge } from './corpusKnowledge.ts';
import type { Observation, Severity } from './finding.ts';
import type { RuleOption, RuleOptions } from './options.ts';
import type { SourceArticle } from './sourceArticle.ts';

/** The groups that users speak of: `untranslated`, `garbled`, and what a web `page` left in the text. */
export type RuleGroup = 'untranslated' | 'garbled' | 'page';

/** A text of a rule's example; `[[` and `]]` stand around what the rule must mark. */
export interface RuleExample {
  readonly language: string;
  /** True examples hold at least one `[[…]]`, false examples none. Line breaks make several paragraphs. */
  readonly text: string;
  /** The text after the first fix of every finding, where the rule offers one. */
  readonly fixed?: string;
  /** Why it is an example, where that is not plain. */
  readonly note?: string;
}

export interface RuleMetadata {
  /** `family/name`; also the path of its page, docs/rules/family/name.md. */
  readonly code: string;
  /** A few words, for lists. */
  readonly title: string;
  /** One sentence: what the rule reports. */
  readonly description: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** True where a word or name in the project's dictionary is never reported: the finding then is that word. */
  readonly heedsDictionary?: true;
  /** Languages (BCP 47 primary subtags) that it is for; absent: all. */
  readonly languages?: readonly string[];
  /** Languages in which it stays silent, with the reason in the rule's page. */
  readonly notFor?: readonly string[];
  /** What a project may tune. */
  readonly options?: readonly RuleOption[];
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
}

/** What a rule may know besides the text it reads. */
export interface RuleContext {
  /** The article's language, BCP 47 primary subtag; `und` where unknown. */
  readonly language: string;
  /** How that is known; absent: it was declared. */
  readonly languageKnown?: ArticleLanguage;
  /** The article that this one is a translation of, where the project says so. */
  readonly source?: SourceArticle;
  readonly commonWords: CommonWords;
  /** Words by language and commonness, with those that the corpus has taught. */
  readonly lexicon: Lexicon;
  /** What the other articles of the corpus teach. */
  readonly corpus: CorpusKnowledge;
  /** Language identification of a sentence; absent until its data are loaded. */
  readonly identifier: SentenceIdentifier | undefined;
  /** True for words and names that the project's dictionary accepts (any letter case). */
  accepts(word: string): boolean;
}

/** Sees one paragraph at a time; its observations are kept until that paragraph, or the context, changes. */
export interface ParagraphRule extends RuleMetadata {
  readonly scope: 'paragraph';
  /**
   * What a paragraph must have for the rule to find anything in it; absent: nothing. Where this is false, `check` is
   * not called: most rules look for characters that most paragraphs lack, and one pass over a paragraph tells all
   * of them. It may be true too often, but never false where `check` would find something (a test holds it to that).
   */
  readonly needs?: (signs: Signs) => boolean;
  /** Ranges relative to the paragraph. Must be linear in the text, and must not throw on any text. */
  check(paragraph: Paragraph, context: RuleContext, options: RuleOptions): Iterable<Observation>;
}

/**
 * Sees the whole article, and runs again after every edit. What it needs of each paragraph it asks of
 * `ArticleView.collect` or `each`, which take over what the version before had; a walk over all paragraphs at every
 * keystroke is felt in a long article.
 */
export interface ArticleRule extends RuleMetadata {
  readonly scope: 'article';
  /** Ranges in the article. Must be linear in the text, and must not throw on any text. */
  check(article: ArticleView, context: RuleContext, options: RuleOptions): Iterable<Observation>;
}

export type Rule = ParagraphRule | ArticleRule;

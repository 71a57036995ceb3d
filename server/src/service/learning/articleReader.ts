import { LanguageVotes } from '../../core/corpus/languageVotes.ts';
import { type ArticleSketch, sketchArticle } from '../../core/corpus/sketch.ts';
import { ParagraphCache, splitArticle } from '../../core/text/article.ts';
import { articleLanguage } from '../../core/text/language/articleLanguage.ts';
import { decodeText } from '../decode.ts';
import type { LanguageData, LanguageKnowledge } from '../languageData.ts';
import type { Cancellation, Host } from '../ports.ts';
import { runSteps } from '../stepping.ts';

/** Reads articles from the disk for the corpus that they teach. What an editor has not saved does not teach. */
export class ArticleReader {
  private readonly host: Host;
  private readonly languages: LanguageData;
  private guessing: Promise<LanguageVotes> | undefined;

  constructor(host: Host, languages: LanguageData) {
    this.host = host;
    this.languages = languages;
  }

  /**
   * The sketch of an article; undefined where it is not there, or is no text. `declared`: the language that it is said
   * to be in (BCP 47), if any. Throws `Cancelled`.
   */
  async read(
    uri: string,
    declared: string | undefined,
    cancel: Cancellation,
  ): Promise<ArticleSketch | undefined> {
    const bytes = await this.host.files.read(uri);
    const text = bytes && decodeText(bytes);
    if (typeof text !== 'string') return undefined;
    const knowledge = await this.languages.get();
    this.guessing ??= runSteps(LanguageVotes.of(knowledge.commonWords), this.host, cancel);
    const votes = await this.guessing.catch((error: unknown) => {
      this.guessing = undefined;
      throw error;
    });
    const steps = sketchArticle(text, {
      votes,
      declared: declared === undefined ? undefined : articleLanguage([], undefined, declared).language,
      otherwise: () => identified(text, knowledge),
    });
    return runSteps(steps, this.host, cancel);
  }
}

/** As the article would be identified for its rules. */
function identified(text: string, { identifier }: LanguageKnowledge): string {
  return articleLanguage(splitArticle(text, new ParagraphCache()), identifier, undefined).language;
}

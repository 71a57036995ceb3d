import { LanguageVotes } from '../../core/corpus/languageVotes.ts';
import { type ArticleSketch, SketchRoom, sketchArticle } from '../../core/corpus/sketch.ts';
import { ParagraphCache, splitArticle } from '../../core/text/article.ts';
import { articleLanguage } from '../../core/text/language/articleLanguage.ts';
import { decodeText } from '../decode.ts';
import type { LanguageData, LanguageKnowledge } from '../languageData.ts';
import type { Cancellation, Host } from '../ports.ts';
import { runSteps } from '../stepping.ts';

/** Sketches articles for the corpus that they teach. */
export class ArticleReader {
  private readonly host: Host;
  private readonly languages: LanguageData;
  private readonly room = new SketchRoom();
  private guessing: Promise<LanguageVotes> | undefined;

  constructor(host: Host, languages: LanguageData) {
    this.host = host;
    this.languages = languages;
  }

  /**
   * The sketch of a file's bytes; undefined where they are no text. `declared`: the language that it is said to be in
   * (BCP 47), if any. One at a time. Throws `Cancelled`.
   */
  async sketch(
    bytes: Uint8Array,
    declared: string | undefined,
    cancel: Cancellation,
  ): Promise<ArticleSketch | undefined> {
    const text = decodeText(bytes);
    if (typeof text !== 'string') return undefined;
    const knowledge = await this.languages.get();
    this.guessing ??= runSteps(LanguageVotes.of(knowledge.commonWords), this.host, cancel);
    const votes = await this.guessing.catch((error: unknown) => {
      this.guessing = undefined;
      throw error;
    });
    const language = {
      votes,
      declared: declared === undefined ? undefined : articleLanguage([], undefined, declared).language,
      otherwise: () => identified(text, knowledge),
    };
    return runSteps(sketchArticle(text, language, this.room), this.host, cancel);
  }
}

/** As the article would be identified for its rules. */
function identified(text: string, { identifier }: LanguageKnowledge): string {
  return articleLanguage(splitArticle(text, new ParagraphCache()), identifier, undefined).language;
}

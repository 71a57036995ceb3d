import { type CommonWords, noCommonWords, readCommonWords } from '../core/text/commonWords.ts';
import { createIdentifier, type SentenceIdentifier } from '../core/text/language/identifier.ts';
import type { Host } from './ports.ts';
import { WordLists } from './wordLists.ts';

/** What the rules know of languages; loaded once, on first need. */
export interface LanguageKnowledge {
  readonly identifier: SentenceIdentifier | undefined;
  readonly commonWords: CommonWords;
}

/** Gives the language data of the bundle, read on the first call. Missing data are logged and done without. */
export class LanguageData {
  /** Words by language, loaded as they are wanted. */
  readonly words: WordLists;
  private readonly host: Host;
  private loading: Promise<LanguageKnowledge> | undefined;

  constructor(host: Host) {
    this.host = host;
    this.words = new WordLists(host);
  }

  /** Never rejects. */
  get(): Promise<LanguageKnowledge> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<LanguageKnowledge> {
    const words = await this.attempt('common words', async () =>
      readCommonWords(await this.host.data('common-words.txt')),
    );
    const commonWords = words ?? noCommonWords;
    const identifier = await this.attempt('language models', async () => {
      const [eld, fasttext] = await Promise.all([this.host.data('eld.bin'), this.host.data('lid.176.ftz')]);
      return createIdentifier({ eld, fasttext }, commonWords);
    });
    return { identifier, commonWords };
  }

  private async attempt<T>(what: string, load: () => Promise<T>): Promise<T | undefined> {
    try {
      return await load();
    } catch (error) {
      this.host.log(`Could not load the ${what}; working without them. ${String(error)}`);
      return undefined;
    }
  }
}

import type { LanguageWords, Lexicon } from '../core/text/lexicon/lexicon.ts';
import { TableWords } from '../core/text/lexicon/tableWords.ts';
import { readWordTable } from '../core/text/lexicon/wordTable.ts';
import type { Host } from './ports.ts';

/** Asked for with every article: the rules look for what these leave in texts of other languages. */
const ALWAYS = ['en', 'id', 'vi'];
/** A language as the names of files may hold it. */
const TAG = /^[a-z]{2,3}$/;

/**
 * The languages that the bundle has a list of, as scripts/data/words/languages.mjs writes them: asking for others
 * would be a request for nothing.
 */
export const LISTED_LANGUAGES: ReadonlySet<string> = new Set(
  (
    'af ar bg ca cs da de el en eo es et fa fi fr he hu id it kk ko lt lv mk nl no oc pl pt ro ru sk sl sq sr sv tr ' +
    'uk vi'
  ).split(' '),
);

/** Loads the packed word lists of the bundle, each when first asked for. A missing or broken one is logged, once. */
export class WordLists {
  private readonly host: Host;
  private readonly loads = new Map<string, Promise<void>>();
  /** Undefined for a language whose list could not be read. */
  private readonly loaded = new Map<string, LanguageWords | undefined>();
  private readonly lexicons = new Map<string, Lexicon>();

  constructor(host: Host) {
    this.host = host;
  }

  /**
   * The words of a language (BCP 47 primary subtag), and of those that are always wanted: at once where all of them
   * are loaded, so that a keystroke waits for nothing. Never rejects.
   */
  for(language: string): Lexicon | Promise<Lexicon> {
    const wanted = [...new Set([language, ...ALWAYS])]
      .sort()
      .filter((tag) => TAG.test(tag) && LISTED_LANGUAGES.has(tag));
    const missing = wanted.filter((tag) => !this.loaded.has(tag));
    if (missing.length === 0) return this.lexicon(wanted);
    return Promise.all(missing.map((tag) => this.load(tag))).then(() => this.lexicon(wanted));
  }

  private lexicon(languages: readonly string[]): Lexicon {
    const key = languages.filter((tag) => this.loaded.get(tag) !== undefined).join(' ');
    const kept = this.lexicons.get(key);
    if (kept) return kept;
    const of = new Map(languages.map((tag) => [tag, this.loaded.get(tag)]));
    const lexicon: Lexicon = { key, of: (language) => of.get(language) };
    this.lexicons.set(key, lexicon);
    return lexicon;
  }

  private load(language: string): Promise<void> {
    const known = this.loads.get(language);
    if (known) return known;
    const loading = this.read(language).then((words) => {
      this.loaded.set(language, words);
    });
    this.loads.set(language, loading);
    return loading;
  }

  private async read(language: string): Promise<LanguageWords | undefined> {
    const name = `words/${language}.bin`;
    try {
      const table = readWordTable(await this.host.data(name));
      if (table) return new TableWords(language, table);
      this.host.log(`${name} is no word list, or not whole; working without it.`);
    } catch (error) {
      this.host.log(`Could not load ${name}; working without it. ${String(error)}`);
    }
    return undefined;
  }
}

import { SpellingSearch } from '../../core/entities/editing/spellings.ts';
import { Article } from '../articles.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

/** How a name is spelled in the articles of a language. */
export interface CorpusSpelling {
  readonly text: string;
  /** BCP 47 primary subtag; `und` where unknown. */
  readonly language: string;
  readonly count: number;
}

/** Articles beyond these are not looked at for a name: whoever waits has an article to read. */
const MOST_ARTICLES = 5000;
/** So many articles are asked for their language; more are taken for the language of the article at hand. */
const MOST_TOLD = 200;
/** Spellings beyond these, the rarest, are not shown. */
const MOST_SPELLINGS = 24;

/**
 * Every spelling of a name in the corpus of an article, with how often it stands there: the given one first, then the
 * most frequent. Texts are looked at one by one and not kept. Throws {@link Cancelled}.
 */
export async function corpusSpellings(
  workspace: Workspace,
  article: Article,
  name: string,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<CorpusSpelling[]> {
  const search = new SpellingSearch(name);
  const counts = new Map<string, { text: string; language: string; count: number }>();
  const look = (text: string, language: string) => {
    for (const spelling of search.in(text, language)) {
      const key = `${language} ${spelling}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { text: spelling, language, count: 1 });
    }
  };
  look(article.text, article.language);
  const { host, corpus } = workspace;
  let told = 0;
  /** What is known already, else what the article itself tells, which takes a hundred times as long as looking. */
  const languageOf = async (uri: string): Promise<string> => {
    const known = article.project.languageOf(uri) ?? corpus.mentionsIn(uri)?.language;
    if (known !== undefined) return known.split('-')[0] ?? known;
    if (told++ >= MOST_TOLD) return article.language;
    const other = await workspace.articles.get(uri);
    return other instanceof Article ? other.language : article.language;
  };
  const limit = Math.min(MOST_ARTICLES, host.files.mostUnasked ?? MOST_ARTICLES);
  const others = (await corpus.articles()).filter(
    (a) => a.project === article.project.root && a.uri !== article.uri,
  );
  const all = others.slice(0, limit);
  for (const [i, { uri }] of all.entries()) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    const file = await workspace.texts.read(uri);
    const text = file && 'document' in file ? file.document.getText() : '';
    // Only where it stands at all is it worth telling the article's language.
    if (!search.in(text, 'und').next().done) look(text, await languageOf(uri));
    progress?.(i + 1, all.length);
    await host.pause();
  }
  const own = (s: CorpusSpelling) =>
    Number(s.text === name) + Number(s.text === name && s.language === article.language);
  const found = [...counts.values()].sort(
    (a, b) => own(b) - own(a) || b.count - a.count || compare(a.text, b.text),
  );
  return found.slice(0, MOST_SPELLINGS);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

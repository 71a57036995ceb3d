import { TextDocument } from 'vscode-languageserver-textdocument';
import { ArticleView } from '../core/checks/articleView.ts';
import { checkArticle } from '../core/checks/check.ts';
import type { CorpusKnowledge } from '../core/checks/corpusKnowledge.ts';
import type { Finding } from '../core/checks/finding.ts';
import type { ReadLines } from '../core/checks/lineRoles/lineRoles.ts';
import { type PageQuality, pageQuality } from '../core/checks/pageQuality/pageQuality.ts';
import type { RuleContext } from '../core/checks/rule.ts';
import type { SourceArticle } from '../core/checks/sourceArticle.ts';
import type { Mention } from '../core/entities/mention.ts';
import { ParagraphCache, splitArticle } from '../core/text/article.ts';
import { changedLines } from '../core/text/changedLines.ts';
import { type ArticleLanguage, articleLanguage } from '../core/text/language/articleLanguage.ts';
import type { Lexicon } from '../core/text/lexicon/lexicon.ts';
import { TextOffsets } from '../core/text/offsets.ts';
import type { PlacedParagraph } from '../core/text/paragraph.ts';
import { applyReplacements, type TextReplacement } from '../core/text/range.ts';
import { revisionOf } from '../core/text/revision.ts';
import { type AnchorPlaces, placesAfter } from './anchorPlaces.ts';
import type { LanguageData, LanguageKnowledge } from './languageData.ts';
import { LearnedWords } from './learnedWords.ts';
import type { Learning } from './learning/learning.ts';
import type { Cancellation, Host } from './ports.ts';
import type { LoadedProject, Projects } from './projects.ts';
import { Sources } from './sources.ts';
import { runSteps } from './stepping.ts';
import { TextSnapshot } from './textSnapshot.ts';
import type { FileText, Texts, UnreadableFile } from './texts.ts';

/** An article at one version of its text. What costs something is computed on demand and kept. */
export class Article {
  /** A snapshot: it does not change when the editor's document does. */
  readonly document: TextSnapshot;
  readonly open: boolean;
  readonly text: string;
  readonly project: LoadedProject;
  readonly paragraphs: readonly PlacedParagraph[];
  /** Where its annotations stand. */
  readonly places: AnchorPlaces;
  /** BCP 47 primary subtag; `und` where it could not be told. */
  readonly language: string;
  private readonly context: RuleContext;
  private readonly host: Host;
  private found: readonly Finding[] | undefined;
  private named: { readonly key: string; readonly mentions: readonly Mention[] } | undefined;
  private knownOffsets: TextOffsets | undefined;
  private knownRevision: string | undefined;
  private readonly view: ArticleView;

  constructor(
    file: { document: TextSnapshot; open: boolean; text: string },
    project: LoadedProject,
    paragraphs: readonly PlacedParagraph[],
    places: AnchorPlaces,
    context: RuleContext,
    host: Host,
    before: Article | undefined,
  ) {
    this.document = file.document;
    this.open = file.open;
    this.text = file.text;
    this.project = project;
    this.paragraphs = paragraphs;
    this.view = new ArticleView(file.text, paragraphs, before?.view);
    this.places = places;
    this.language = context.language;
    this.context = context;
    this.host = host;
  }

  /** The article that it is a translation of, as it was when this one was made. */
  get source(): SourceArticle | undefined {
    return this.context.source;
  }

  /** How its language is known. */
  get languageKnown(): ArticleLanguage | undefined {
    return this.context.languageKnown;
  }

  get uri(): string {
    return this.document.uri;
  }

  get version(): number {
    return this.document.version;
  }

  /** What its corpus had taught when it was made. */
  get learned(): CorpusKnowledge {
    return this.context.corpus;
  }

  /** UTF-16 units to the code points that files hold. */
  get offsets(): TextOffsets {
    this.knownOffsets ??= new TextOffsets(this.text);
    return this.knownOffsets;
  }

  /** First 12 hex digits of the git blob id of the LF text. */
  get revision(): string {
    this.knownRevision ??= revisionOf(this.text);
    return this.knownRevision;
  }

  /** What each paragraph is to the article: headline, text, boilerplate … */
  get lines(): ReadLines {
    return this.view.lines(this.context);
  }

  /** How its page compares with usual ones. */
  get quality(): PageQuality {
    return pageQuality(this.view, this.context);
  }

  /** What the project's rules report, dismissed or not, in text order. */
  async findings(cancel: Cancellation): Promise<readonly Finding[]> {
    this.found ??= await runSteps(
      checkArticle(this.text, this.paragraphs, this.project.rules, this.context, this.view),
      this.host,
      cancel,
    );
    return this.found;
  }

  /** The known entities that it mentions, in text order (UTF-16 units of the article). */
  async mentions(cancel: Cancellation): Promise<readonly Mention[]> {
    const knowledge = await this.project.entities();
    if (this.named?.key === knowledge.key) return this.named.mentions;
    // Large, with words of many languages in it: the server starts without.
    const { mentionsIn } = await import('./articleMentions.ts');
    const steps = mentionsIn(this.text, this.paragraphs, knowledge, this.language);
    const mentions = await runSteps(steps, this.host, cancel);
    this.named = { key: knowledge.key, mentions };
    return mentions;
  }
}

/** What is known of an article besides its text. */
interface Known {
  /** As it was. */
  readonly before?: Article | undefined;
  /** The language that it should be in (BCP 47). */
  readonly declared?: string | undefined;
  readonly source?: SourceArticle | undefined;
  /** Where its annotations stand; absent: where they stood before, or where their words are found. */
  readonly places?: AnchorPlaces;
}

interface KeptArticle {
  readonly cache: ParagraphCache;
  readonly article: Article;
}

/** Gives articles by URI; an open one keeps its paragraphs from version to version. */
export class Articles {
  private readonly texts: Texts;
  private readonly projects: Projects;
  private readonly languages: LanguageData;
  private readonly learning: Learning;
  private readonly host: Host;
  /** The articles that others are translations of. */
  readonly sources: Sources;
  private readonly learnedWords = new LearnedWords();
  private readonly kept = new Map<string, KeptArticle>();

  constructor(texts: Texts, projects: Projects, languages: LanguageData, learning: Learning, host: Host) {
    this.texts = texts;
    this.projects = projects;
    this.languages = languages;
    this.learning = learning;
    this.host = host;
    this.sources = new Sources(texts);
  }

  /** The article as it is now; undefined where there is no such file; the reason where it cannot be read. */
  async get(uri: string): Promise<Article | UnreadableFile | undefined> {
    const [project, knowledge] = await Promise.all([this.projects.of(uri), this.languages.get()]);
    const sourceUri = project.sourceOf(uri);
    const source =
      sourceUri === undefined ? undefined : await this.sources.get(sourceUri, project, knowledge);
    const kept = this.kept.get(uri);
    const live = this.texts.open(uri);
    if (live && kept?.article.version === live.version && this.isCurrent(kept.article, project, source))
      return kept.article;
    const file = await this.texts.read(uri);
    if (!file || 'unreadable' in file) return file;
    // Paragraphs keep what was found with everything that was ever known, so they go when something else is known.
    const cache = kept && this.isCurrent(kept.article, project, source) ? kept.cache : new ParagraphCache();
    const before = kept?.article.project === project ? kept.article : undefined;
    const declared = project.languageOf(uri);
    const made = this.make(file, project, knowledge, cache, { before, declared, source });
    const article = made instanceof Article ? made : await made;
    if (file.open && this.texts.open(uri)) this.keep(uri, { cache, article });
    return article;
  }

  /** A text of a project that is in no file, in the language that it is declared to be in (BCP 47), if any. */
  async ofText(text: string, project: LoadedProject, declared?: string): Promise<Article> {
    const document = TextDocument.create(project.root, 'plaintext', 0, text);
    return this.make({ document, open: false }, project, await this.languages.get(), new ParagraphCache(), {
      declared: declared ?? project.languageOf(document.uri),
    });
  }

  /** An article as it will be after edits that do not overlap (UTF-16 units of it). Annotations stay on their words. */
  async afterEdits(article: Article, edits: readonly TextReplacement[]): Promise<Article> {
    const text = applyReplacements(article.text, edits);
    const document = TextDocument.create(article.uri, 'plaintext', 0, text);
    // From the last to the first, so that each one's place is that of the text before.
    const stretches = edits
      .toSorted((a, b) => b.start - a.start || b.end - a.end)
      .map(({ start, end, newText }) => ({ start, oldEnd: end, newEnd: start + newText.length }));
    return this.make(
      { document, open: false },
      article.project,
      await this.languages.get(),
      new ParagraphCache(),
      {
        declared: article.language,
        places: article.places.after(stretches),
        ...(article.source === undefined ? {} : { source: article.source }),
      },
    );
  }

  /** True where project, corpus and source are what they were when the article was made. */
  private isCurrent(article: Article, project: LoadedProject, source: SourceArticle | undefined): boolean {
    return (
      article.project === project &&
      article.source === source &&
      article.learned === this.learning.knowledge(project)
    );
  }

  /** Where word lists were waited for, a newer version can be here already. */
  private keep(uri: string, made: KeptArticle): void {
    const kept = this.kept.get(uri)?.article;
    if (kept?.project === made.article.project && kept.version > made.article.version) return;
    this.kept.set(uri, made);
  }

  /** Lets go of what was kept of a document that was closed. */
  closed(uri: string): void {
    this.kept.delete(uri);
  }

  private make(
    { document, open }: FileText,
    project: LoadedProject,
    { identifier, commonWords }: LanguageKnowledge,
    cache: ParagraphCache,
    { before, declared, source, places: given }: Known,
  ): Article | Promise<Article> {
    // The open document changes under our feet; an article is one version of it.
    const text = document.getText();
    const change = before && changedLines(before.text, text);
    const snapshot = new TextSnapshot(document, text, before?.document, change);
    const paragraphs = splitArticle(text, cache, change);
    const languageKnown = articleLanguage(paragraphs, identifier, declared);
    const { language } = languageKnown;
    const edits = before && this.texts.changesSince(document.uri, before.version);
    const places = given ?? placesAfter(before?.places, edits, change);
    const finished = (lists: Lexicon): Article => {
      const corpus = this.learning.knowledge(project);
      const context: RuleContext = {
        language,
        languageKnown,
        ...(source === undefined ? {} : { source }),
        commonWords,
        lexicon: this.learnedWords.of(lists, corpus, project),
        corpus,
        identifier,
        accepts: (word) => project.accepts(word),
      };
      const file = { document: snapshot, open, text };
      return new Article(file, project, paragraphs, places, context, this.host, before);
    };
    const lists = this.languages.words.for(language);
    return lists instanceof Promise ? lists.then(finished) : finished(lists);
  }
}

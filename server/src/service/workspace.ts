import type { Annotation } from '../core/annotations/model.ts';
import type { Message, MessageBundle } from '../core/message.ts';
import { formatMessage } from '../core/message.ts';
import { Anchoring } from './anchoring/anchoring.ts';
import type { Depth } from './anchoring/pastTexts.ts';
import { Journal } from './annotating/journal.ts';
import { type ArticleAnnotations, anchorsOf, placeAnnotations } from './annotations.ts';
import { Article, Articles } from './articles.ts';
import { Assignments } from './assignments.ts';
import { Blames } from './changes/blames.ts';
import { Corpus } from './corpus.ts';
import { LanguageNames } from './entities/cards/languageNames.ts';
import { LanguageData } from './languageData.ts';
import { Learning } from './learning/learning.ts';
import { People } from './people.ts';
import type { Host } from './ports.ts';
import { Projects } from './projects.ts';
import { type Layer, Sidecars } from './sidecars.ts';
import { StandingsOfArticles } from './standings.ts';
import { Suggesting } from './suggesting/suggesting.ts';
import { TaggedStrings } from './tagged/taggedStrings.ts';
import { type OpenDocuments, Texts } from './texts.ts';

/** What the reader's editor tells about the reader. */
export interface Reader {
  /** The language of the user interface, BCP 47. */
  readonly locale: string;
  /** Translations of our sentences, where the client brought them. */
  readonly bundle: MessageBundle | undefined;
  /** Where the folder `docs/` can be opened, without a final slash; undefined where it cannot. */
  readonly docsUrl: string | undefined;
}

/** What the client can do with a workspace edit; without these an edit takes the oldest form there is. */
export interface ClientAbilities {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** Edits can be shown before they are made. */
  readonly changeAnnotations: boolean;
  /** Hovers may hold markdown. */
  readonly markdown: boolean;
  /** Opens links in hovers that lead to a line of a file. */
  readonly fileLinks: boolean;
  /** A definition may say what stands at its place besides where it is. */
  readonly definitionLinks: boolean;
}

const OLDEST_CLIENT: ClientAbilities = {
  documentChanges: false,
  createFiles: false,
  changeAnnotations: false,
  markdown: false,
  fileLinks: false,
  definitionLinks: false,
};

/** The parts of the service, put together over one host; features take it and nothing else. */
export class Workspace {
  readonly host: Host;
  readonly texts: Texts;
  readonly projects: Projects;
  readonly languages: LanguageData;
  readonly articles: Articles;
  readonly people: People;
  readonly sidecars: Sidecars;
  readonly assignments: Assignments;
  readonly corpus: Corpus;
  readonly learning: Learning;
  readonly anchoring: Anchoring;
  readonly blames: Blames;
  readonly journal = new Journal();
  /** Names of languages in the reader's language. */
  readonly languageNames = new LanguageNames(() => this.reader.locale);
  /** What people have tagged words as over the corpus. */
  readonly tagged: TaggedStrings;
  /** What is kept of suggestions. */
  readonly suggesting = new Suggesting();
  /** What people say about each other's annotations. */
  readonly standings = new StandingsOfArticles();
  client: ClientAbilities = OLDEST_CLIENT;
  /** Of annotations that were compared: a parsed sidecar is kept, and so is what its lines hash to. */
  readonly lineHashes = new WeakMap<Annotation, string>();
  private readonly said = new WeakMap<Message, string>();
  reader: Reader = { locale: 'en', bundle: undefined, docsUrl: undefined };

  constructor(host: Host, openDocuments: OpenDocuments) {
    this.host = host;
    this.blames = new Blames(host);
    this.texts = new Texts(host, openDocuments);
    this.projects = new Projects(host, this.texts);
    this.languages = new LanguageData(host);
    this.corpus = new Corpus(this);
    this.learning = new Learning(this);
    this.articles = new Articles(this.texts, this.projects, this.languages, this.learning, host);
    this.anchoring = new Anchoring(host);
    this.people = new People(host);
    this.sidecars = new Sidecars(this.texts, this.people);
    this.assignments = new Assignments(this.texts);
    this.tagged = new TaggedStrings(this);
  }

  /** A sentence in the reader's language. Findings keep their messages from edit to edit, so each is said once. */
  say(message: Message): string {
    if (message.args.length === 0) return formatMessage(message, this.reader.bundle);
    const known = this.said.get(message);
    if (known !== undefined) return known;
    const sentence = formatMessage(message, this.reader.bundle);
    this.said.set(message, sentence);
    return sentence;
  }

  /** An article that can be read, else undefined. */
  async article(uri: string): Promise<Article | undefined> {
    const article = await this.articles.get(uri);
    return article instanceof Article ? article : undefined;
  }

  /**
   * The layers of an article that whoever works here may see, and where their annotations stand in it. `depth`: `quick`
   * for passes over many articles, which may then offer for review what a longer search would have found.
   */
  async annotations(
    article: Article,
    depth: Depth = 'thorough',
  ): Promise<ArticleAnnotations & { readonly layers: readonly Layer[] }> {
    const layers = await this.sidecars.visibleLayers(article.uri, article.project);
    return { layers, ...(await this.placed(article, layers, depth)) };
  }

  /** Where the annotations of some layers stand in the article. */
  async placed(
    article: Article,
    layers: readonly Layer[],
    depth: Depth = 'thorough',
  ): Promise<ArticleAnnotations> {
    const standings = this.standings.of(article.uri, layers, article.project.project.people);
    await this.anchoring.place(article, anchorsOf(layers, standings), depth);
    return placeAnnotations(article, layers, standings);
  }
}

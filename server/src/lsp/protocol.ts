/**
 * What Pressmark's server and its clients say to each other beyond LSP. The client imports the types only.
 * Positions and ranges are LSP's own (0-based, UTF-16). Any client may leave all of this out and still has
 * everything that plain LSP can carry.
 */

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** `initializationOptions` of the initialize request; every key may be missing. */
export interface InitializationOptions {
  /** Web only: the address under which the folder `data/` of the bundle can be fetched. */
  readonly dataUrl?: string;
  /** Where the folder `docs/` of the bundle can be opened, for links to the pages of rules. */
  readonly docsUrl?: string;
  /** Translations of the server's sentences by their English template; else `locale` counts for names only. */
  readonly bundle?: Readonly<Record<string, string>>;
  /** The client answers `pressmark/readFile` and `pressmark/listFiles`: the files are not on the server's disk. */
  readonly clientFiles?: boolean;
  /** False: neither what the corpus teaches nor texts that tags refer to are kept on the disk from session to session. */
  readonly cache?: boolean;
  /** False: the folder is not trusted, and git is not asked about it. */
  readonly trusted?: boolean;
  /** The client puts an edit of a sidecar on the disk at once. */
  readonly savesSidecars?: boolean;
  /** Who annotates, where the project lists annotators; absent: whom git knows. */
  readonly annotator?: string;
  /** True: nothing of what others have annotated is shown, also where the project does not ask for it. */
  readonly blind?: boolean;
  /** Labels and suggestions as inline tags; default `labels`. */
  readonly inlineTags?: InlineTags;
  /** The client draws suggestions itself: they are no inline tags then. */
  readonly drawsSuggestions?: boolean;
}

/** `off`: none; `labels`: annotations only; `all`: known entities too, fainter. */
export type InlineTags = 'off' | 'labels' | 'all';

/** Commands for `workspace/executeCommand`. Each answers with a CommandResult. */
export const ServerCommand = {
  /** [TagArguments] tags what is selected, or the mention or word at an empty range. */
  tag: 'pressmark.server.tag',
  /** [PlaceArguments] removes the innermost own annotation there. */
  remove: 'pressmark.server.remove',
  /** [] takes back the last annotation operation of this session that still stands. */
  undoLast: 'pressmark.server.undoLast',
  /** [intent] of a code action, for clients that cannot resolve one. */
  carryOut: 'pressmark.server.carryOut',
  /** [] checks every article of the corpus, with progress; then `pressmark/corpus` has all counts. */
  checkCorpus: 'pressmark.server.checkCorpus',
  /** [FixCorpusArguments] repairs what is certain in all articles, with progress; the client shows it before. */
  fixCorpus: 'pressmark.server.fixCorpus',
  /** [] counts what became of every rule's findings, with progress; the result has `rules`. */
  rulePrecision: 'pressmark.server.rulePrecision',
} as const;

export interface TagArguments {
  readonly uri: string;
  readonly range: Range;
  readonly label: string;
  /** The document's version that the range was taken from: refused if the text has changed since. */
  readonly version?: number;
}

export interface PlaceArguments {
  readonly uri: string;
  readonly range: Range;
  readonly version?: number;
}

export interface FixCorpusArguments {
  /** Only findings of this rule. */
  readonly rule?: string;
}

export interface CommandResult {
  readonly done: boolean;
  /** For the user, in the client's language: what was done, or why not. */
  readonly message: string;
  /** The file that was changed, to be saved at once: a sidecar, or the project file. */
  readonly sidecar?: string;
  /** Of `rulePrecision`. */
  readonly rules?: readonly RulePrecisionView[];
}

/** What became of the findings of a rule: `open` to `disputed` add up to `findings`. */
export interface RulePrecisionView {
  readonly rule: string;
  readonly findings: number;
  readonly open: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly disputed: number;
  /** Verdicts on words that were corrected or deleted since. They count in `precision`. */
  readonly past: number;
  /** The share that is right of `n` settled ones, and its 95 % interval; absent where nothing is settled. */
  readonly precision?: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  };
}

/** Client to server. `pressmark/labels`, params {}: the label set of the project. */
export const LabelsRequest = 'pressmark/labels';
export interface LabelView {
  readonly name: string;
  readonly title: string;
  /** One key for annotation mode. */
  readonly key?: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly guideline?: string;
  /** For sentences rather than names. */
  readonly sentence: boolean;
}

/** Client to server. `pressmark/rules`, params {}: the rules that the projects of the open folders use. */
export const RulesRequest = 'pressmark/rules';
export interface RuleView {
  readonly code: string;
  readonly title: string;
  readonly description: string;
}

/** Client to server. `pressmark/annotations`, params {uri}: the annotations of an article, for decorations. */
export const AnnotationsRequest = 'pressmark/annotations';
export interface AnnotationView {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly text: string;
  /** false where the text has changed so that the place is a guess that somebody should look at. */
  readonly certain: boolean;
  readonly sidecar: string;
  /**
   * What others say of it, where they do not agree: shown with another person's change, struck because somebody says
   * that it is wrong, or disputed.
   */
  readonly standing?: 'changed' | 'struck' | 'disputed';
}

/** Client to server. `pressmark/quality`, params {uri}: how an article's page compares with usual ones, or null. */
export const QualityRequest = 'pressmark/quality';
export interface QualityView {
  /** One short line for all of it, in the client's language. */
  readonly summary: string;
  /** How many signals lie outside their usual range. */
  readonly unusual: number;
  /** In a fixed order; empty where the page is too short to tell. */
  readonly signals: readonly QualitySignal[];
}
export interface QualitySignal {
  readonly name: string;
  /** What is measured, its value and its usual range, in the client's language. */
  readonly title: string;
  readonly value: string;
  readonly usual: string;
  readonly unusual: boolean;
}

/** Client to server. `pressmark/corpus`, params {}: the articles of the corpus with what is known so far. */
export const CorpusRequest = 'pressmark/corpus';
export interface ArticleSummary {
  readonly uri: string;
  /** Relative to its workspace folder, with `/`. */
  readonly path: string;
  /** Annotations over all layers, or of one's own where one annotates blind. */
  readonly annotations: number;
  /** Of whoever works here: how far they are; open where nobody is known to work here. */
  readonly status: ArticleState;
  /** The text has changed since whoever works here called it done. */
  readonly changed?: true;
  /** How far everybody is that says so; without others where one annotates blind. */
  readonly progress: readonly ArticleProgressView[];
  /** Who is to annotate it, where the project assigns articles. */
  readonly assigned?: readonly string[];
  /** Whether whoever works here is to annotate it; absent where the project assigns no articles. */
  readonly mine?: boolean;
  /** Absent until the article was checked. */
  readonly errors?: number;
  readonly warnings?: number;
  readonly mentions?: number;
  readonly language?: string;
}

/** How far a person is with an article. */
export interface ArticleProgressView {
  /** Absent: of the sidecar that all share. */
  readonly annotator?: string;
  readonly state: ArticleState;
  /** The text has changed since. */
  readonly changed: boolean;
}
export type ArticleState = 'open' | 'done' | 'reviewed';

/** Server to client, notification: annotations or counts of these articles changed; empty: of any. */
export const ChangedNotification = 'pressmark/changed';
export interface ChangedParams {
  readonly uris: readonly string[];
}

/** Server to client, where `clientFiles` was announced. Params {uri}; answer: base64 of the bytes, or null. */
export const ReadFileRequest = 'pressmark/readFile';
/** Server to client, where `clientFiles` was announced. Params ListFilesParams; answer: URIs, sorted. */
export const ListFilesRequest = 'pressmark/listFiles';
export interface ListFilesParams {
  /** URI of a workspace folder. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Language ids of the extension. */
export const SIDECAR_LANGUAGE = 'pressmark-sidecar';
export const ARTICLE_LANGUAGE = 'pressmark-article';

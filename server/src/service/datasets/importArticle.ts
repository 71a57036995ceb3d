import type { Incoming } from '../../core/datasets/import/layerDraft.ts';
import type { Vocabulary } from '../../core/datasets/import/vocabulary.ts';
import type { DatasetArticle, DatasetSpan } from '../../core/formats/dataset.ts';
import type { Counting } from '../../core/formats/offsets/countings.ts';
import type { Detection } from '../../core/formats/offsets/detection.ts';
import { type Lost, type PlacedRead, placeReadInSteps } from '../../core/formats/offsets/placeRead.ts';
import type { ReadArticle } from '../../core/formats/readArticle.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Steps } from '../../core/steps.ts';
import { relativePath } from '../uris.ts';
import type { ImportLayers } from './importLayers.ts';
import type { ArticleFinder } from './importMatching.ts';
import {
  type ArticlePlace,
  type FileReport,
  type ImportNote,
  type ImportProblem,
  MOST_NOTES,
} from './importReport.ts';
import type { ImportRequest } from './importRequest.ts';
import type { SourceText } from './sourceText.ts';

/** What all articles of an import share. */
export interface ImportRun {
  readonly request: ImportRequest;
  readonly finder: ArticleFinder;
  readonly layers: ImportLayers;
  readonly vocabulary: Vocabulary;
  /** Runs long work so that others can go first, and stops it where it is not wanted any more. */
  steps<T>(steps: Steps<T>): Promise<T>;
  /** A path for people, of a file of the corpus. */
  shown(uri: string): string;
}

/** What is found in a file, article by article. */
export class FileTally {
  readonly notes: ImportNote[] = [];
  readonly problems: ImportProblem[] = [];
  readonly matched = new Set<string>();
  readonly created = new Set<string>();
  /** Whom the file names. */
  readonly annotators = new Set<string>();
  readonly counts = { added: 0, there: 0, look: 0, differs: 0, leftOut: 0 };
  readonly file: string;
  private readonly listed = { look: 0, differs: 0, leftOut: 0 };
  private readonly told = new Set<string>();

  constructor(file: string) {
    this.file = file;
  }

  note(note: ImportNote): void {
    this.counts[note.kind]++;
    if (this.listed[note.kind]++ < MOST_NOTES) this.notes.push(note);
  }

  problem(code: string, message: Message, line?: number, file = this.file): void {
    this.problems.push({ file, code, severity: 'error', message, ...(line === undefined ? {} : { line }) });
  }

  information(code: string, message: Message, line?: number): void {
    const place = line === undefined ? {} : { line };
    this.problems.push({ file: this.file, code, severity: 'information', message, ...place });
  }

  /** A problem that every article of the file has is told once. */
  problemOnce(code: string, message: Message, line: number): void {
    const key = JSON.stringify(message);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.problem(code, message, line);
  }

  /** What a report says of it. */
  report(): Pick<FileReport, 'notes' | 'problems' | 'matched' | 'created' | keyof FileTally['counts']> {
    const { notes, problems, matched, created, counts } = this;
    return { ...counts, notes, problems, matched: matched.size, created: created.size };
  }
}

/** What is known of an article from reading its file before. */
interface ArticleHints {
  /** What it is called, where it has no name and must be made. */
  readonly fallback: string;
  /** What fits the whole file. */
  readonly counting: Counting | undefined;
  readonly known: Detection | undefined;
}

/** Of an article's spans, more than this share must have words that the article has. */
const LEAST_FOUND = 0.5;

/** Plans what becomes of the annotations of one article of a file. */
export async function importArticle(
  run: ImportRun,
  tally: FileTally,
  read: ReadArticle,
  { fallback, counting, known }: ArticleHints,
): Promise<void> {
  const { request, finder } = run;
  const doubled = doubledId(read);
  if (doubled) {
    const message = msg(
      'The id “{0}” stands here for the second time. Give each annotation of the article an id of its own.',
      doubled.id,
    );
    tally.problem('import/doubled-id', message, doubled.line);
    return;
  }
  const match = await finder.find(read, fallback);
  if ('refused' in match) {
    tally.problem(match.code, match.refused, read.line);
    return;
  }
  const { source, isNew } = match;
  (isNew ? tally.created : tally.matched).add(source.uri);
  const unit = request.offsets === 'auto' || request.offsets === 'quotes' ? undefined : request.offsets;
  const options = {
    ...(counting ? { file: counting } : {}),
    ...(unit ? { unit } : {}),
    ...(known ? { known } : {}),
  };
  const placed = await run.steps(placeReadInSteps(read, source.text, options));
  const path = relativePath(source.project.root, source.uri) ?? source.uri;
  const gone = placed.lost.filter((l) => l.kind === 'span').length;
  if (gone > 0 && gone >= read.spans.length * LEAST_FOUND && isWrongText(placed)) {
    const message = msg(
      'Of the {0} annotations here, {1} have words that the article {2} does not have: it is probably not the text that was annotated. Name the folder of the right articles with --into, or correct the file.',
      read.spans.length,
      gone,
      path,
    );
    tally.problem('import/wrong-text', message, read.line);
    return;
  }
  if (placed.isRevised) tally.information('import/revised', REVISED(path), read.line);
  const lines = linesOf(read);
  for (const lost of placed.lost) tally.note(leftOut(lost, path));
  for (const article of placed.articles)
    await addTo(run, tally, { article, placed, source, path, lines, line: read.line });
}

const REVISED = (path: string) =>
  msg(
    'The article {0} has another text than this file. Its annotations were put where their words are now.',
    path,
  );

/** True where words are missing, rather than places wrong. */
function isWrongText({ lost }: PlacedRead): boolean {
  return lost.some((l) => l.doubt.code === 'no-words' || l.doubt.code === 'gone');
}

interface OnePersons {
  readonly article: DatasetArticle;
  readonly placed: PlacedRead;
  readonly source: SourceText;
  readonly path: string;
  /** Lines of the file by id. */
  readonly lines: ReadonlyMap<string, number>;
  readonly line: number;
}

async function addTo(run: ImportRun, tally: FileTally, own: OnePersons): Promise<void> {
  const { source, placed, path, lines, line } = own;
  const lineOf = (id: string) => lines.get(id) ?? line;
  const use = (id: string) => ({ file: tally.file, line: lineOf(id) });
  const labels = labelsOf(own.article);
  const { article, leftOut: dropped } = run.vocabulary.apply(own.article, use);
  for (const id of dropped)
    tally.note({
      kind: 'leftOut',
      code: 'mapped',
      message: MAPPED,
      line: lineOf(id),
      label: labels.get(id) ?? '',
      article: { path },
    });
  const items = article.spans.length + article.relations.length + article.documentLabels.length;
  if (items === 0) return;
  if (article.annotator !== undefined) tally.annotators.add(article.annotator);
  const owner = await run.layers.owner(article.annotator, run.request);
  if ('refused' in owner) {
    tally.problemOnce('import/annotator', owner.refused, line);
    return;
  }
  const layer = await run.layers.open(source, owner.annotator);
  if ('refused' in layer) {
    tally.problem(
      'import/sidecar',
      layer.refused,
      undefined,
      layer.file === undefined ? undefined : run.shown(layer.file),
    );
    return;
  }
  const unsure = new Map(placed.unsure.map((u) => [u.id, u]));
  const incoming: Incoming = { article, unsure, base: placed.base };
  const { added, there, differing, unlinked } = layer.draft.add(source, incoming);
  tally.counts.added += added.length;
  tally.counts.there += there.length;
  const spans = new Map(own.article.spans.map((span) => [span.id, span]));
  const note = (kind: ImportNote['kind'], code: string, message: Message, id: string) =>
    tally.note({
      kind,
      code,
      message,
      line: lineOf(id),
      label: labels.get(id) ?? '',
      article: placeOf(own, spans.get(id)),
    });
  for (const id of added) {
    const doubt = unsure.get(id)?.doubt;
    if (doubt) note('look', doubt.code, doubt.message, id);
  }
  for (const id of differing) note('differs', 'there', DIFFERS, id);
  for (const id of unlinked) note('leftOut', 'end', UNLINKED, id);
}

const MAPPED = msg('Its name is to be left out.');
const DIFFERS = msg(
  'It is there already, with other attributes, another note or another entity, and was left as it is.',
);
const UNLINKED = msg('What it links is not there, or only another person’s.');

function labelsOf({ spans, relations, documentLabels }: DatasetArticle): ReadonlyMap<string, string> {
  return new Map([...spans, ...relations, ...documentLabels].map((item) => [item.id, item.label]));
}

function linesOf({ spans, relations, documentLabels }: ReadArticle): ReadonlyMap<string, number> {
  return new Map([...spans, ...relations, ...documentLabels].map((item) => [item.id, item.line]));
}

function placeOf({ source, path }: OnePersons, span: DatasetSpan | undefined): ArticlePlace {
  if (!span) return { path };
  const { offsets } = source;
  const at = { start: offsets.toCodePoint(span.start), end: offsets.toCodePoint(span.end) };
  return { path, at: { ...at, ...offsets.position(span.start) } };
}

function leftOut({ line, label, doubt }: Lost, path: string): ImportNote {
  return { kind: 'leftOut', code: doubt.code, message: doubt.message, line, label, article: { path } };
}

function doubledId({
  spans,
  relations,
  documentLabels,
}: ReadArticle): { id: string; line: number } | undefined {
  const seen = new Set<string>();
  for (const item of [...spans, ...relations, ...documentLabels]) {
    if (seen.has(item.id)) return item;
    seen.add(item.id);
  }
  return undefined;
}

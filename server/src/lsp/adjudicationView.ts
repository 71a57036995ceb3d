import type { JudgedGroup } from '../core/adjudication/adjudicate.ts';
import { letterOf, shuffledFor } from '../core/adjudication/anonymous.ts';
import type { GoldLine } from '../core/adjudication/gold.ts';
import { labelOf, type Version } from '../core/adjudication/group.ts';
import { canonicalSlice } from '../core/annotations/create.ts';
import { msg } from '../core/message.ts';
import type { TextRange } from '../core/text/range.ts';
import { type AdjudicatedArticle, problemOf } from '../service/adjudication/adjudicating.ts';
import { sentencesOver } from '../service/annotating/target.ts';
import type { Article } from '../service/articles.ts';
import { toRange } from '../service/convert.ts';
import { baseName, relativePath } from '../service/uris.ts';
import type { Workspace } from '../service/workspace.ts';
import type {
  AdjudicationGold,
  AdjudicationGroup,
  AdjudicationVersion,
  AdjudicationView,
} from './protocol/adjudication.ts';

/** Units of the text shown on either side of a group, where its sentences are longer. */
const MOST_CONTEXT = 160;

/** Names for people and places for their versions. */
interface Naming {
  /** Names in files, in the order of the view. */
  readonly order: readonly string[];
  readonly anonymous: boolean;
}

/** An adjudicated article for a client's view. */
export function adjudicationView(
  workspace: Workspace,
  compared: AdjudicatedArticle,
  anonymous: boolean,
): AdjudicationView {
  const { article, adjudication, waiting, obstacles } = compared;
  const path = relativePath(article.project.root, article.uri) ?? baseName(article.uri);
  const { annotators } = adjudication;
  const naming: Naming = { order: anonymous ? shuffledFor(path, annotators) : annotators, anonymous };
  const problem = problemOf(compared);
  return {
    uri: article.uri,
    version: article.version,
    path,
    annotators: naming.order.map((name, i) =>
      anonymous ? letterOf(i) : shownName(workspace, article, name),
    ),
    waiting: waiting.length,
    ...(problem ? { problem: workspace.say(problemFor(problem, obstacles[0]?.uri, anonymous)) } : {}),
    groups: adjudication.groups.map((g) => groupView(workspace, article, g, naming)),
  };
}

function problemFor(problem: ReturnType<typeof msg>, uri: string | undefined, anonymous: boolean) {
  if (uri === undefined) return problem;
  return anonymous
    ? msg('One of the files to compare cannot be read. Show names to see which.')
    : msg(
        '{0} cannot be read, so that nothing can be decided. Open it: its first problem says what to do.',
        baseName(uri),
      );
}

function shownName(workspace: Workspace, { project: { project } }: Article, annotator: string): string {
  if (annotator === '') return workspace.say(msg('shared file'));
  return project.people.find((p) => p.name === annotator)?.title ?? annotator;
}

function groupView(
  workspace: Workspace,
  article: Article,
  group: JudgedGroup,
  naming: Naming,
): AdjudicationGroup {
  const { key, kind, state, range, having, of, versions, gold } = group;
  const around = range && contextOf(article, range);
  return {
    key,
    kind,
    state,
    ...(range
      ? { range: toRange(article.document, range), line: article.offsets.position(range.start).line }
      : {}),
    context: around ? article.text.slice(around.start, around.end) : '',
    having,
    of,
    versions: versions.map((v) => versionView(workspace, article, v, around, naming)),
    gold: gold.map((line) => goldView(article, line, naming)),
  };
}

/** The sentences over a range; of long ones what is nearest. */
function contextOf(article: Article, range: TextRange): TextRange {
  const sentences = sentencesOver(article, range);
  const start = Math.min(range.start, ...sentences.map((s) => s.start));
  const end = Math.max(range.end, ...sentences.map((s) => s.end));
  return {
    start: pairStart(article.text, Math.max(start, range.start - MOST_CONTEXT)),
    end: pairStart(article.text, Math.min(end, range.end + MOST_CONTEXT)),
  };
}

/** The offset, or the one before where it would cut a pair of surrogates. */
function pairStart(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function versionView(
  workspace: Workspace,
  article: Article,
  version: Version,
  around: TextRange | undefined,
  { order, anonymous }: Naming,
): AdjudicationVersion {
  const { annotation, range, parts, certain } = version;
  const marks = around ? (parts ?? (range ? [range] : [])) : [];
  const notes = version.members.flatMap(({ annotation: { note } }) => note ?? []);
  // A signature in a note would tell who wrote it.
  const namesNobody = (note: string) =>
    !anonymous || !order.some((name) => name !== '' && note.toLowerCase().includes(name.toLowerCase()));
  return {
    annotators: version.annotators.map((name) => order.indexOf(name)).sort((a, b) => a - b),
    label: labelOf(version),
    text: textOf(workspace, article, version),
    marks: marks.map((m) => ({ start: m.start - (around?.start ?? 0), end: m.end - (around?.start ?? 0) })),
    details: detailsOf(annotation),
    notes: [...new Set(notes)].filter(namesNobody),
    certain,
  };
}

function textOf(workspace: Workspace, article: Article, { annotation, range }: Version): string {
  if (range) return canonicalSlice(article.text, range.start, range.end);
  switch (annotation.kind) {
    case 'span':
    case 'review':
      return annotation.text;
    case 'documentLabel':
      return workspace.say(msg('the whole article'));
    case 'articleReview':
      return annotation.word ?? workspace.say(msg('the whole article'));
    case 'relation':
      return workspace.say(msg('a relation'));
  }
}

function detailsOf(annotation: Version['annotation']): string[] {
  switch (annotation.kind) {
    case 'span':
    case 'relation': {
      const entity = annotation.kind === 'span' ? annotation.entity : undefined;
      const attributes = [...(annotation.attributes ?? [])].map(
        ([name, value]) => `${name}: ${shown(value)}`,
      );
      return entity === undefined ? attributes : [entity, ...attributes];
    }
    case 'documentLabel':
      return [shown(annotation.value)];
    case 'review':
    case 'articleReview':
      return [annotation.verdict];
  }
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function goldView(
  article: Article,
  { annotation, range }: GoldLine,
  { anonymous }: Naming,
): AdjudicationGold {
  const { decision, by, note } = annotation;
  const label = 'label' in annotation ? annotation.label : annotation.rule;
  const words = range
    ? canonicalSlice(article.text, range.start, range.end)
    : detailsOf(annotation).join(', ');
  return {
    label,
    text: words,
    ...(decision === undefined ? {} : { decision }),
    ...(by === undefined || anonymous ? {} : { by }),
    ...(note === undefined ? {} : { note }),
  };
}

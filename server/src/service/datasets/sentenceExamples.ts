import { canonicalSlice } from '../../core/annotations/create.ts';
import { sentenceFeatures } from '../../core/datasets/sentenceFeatures.ts';
import {
  type JudgedFinding,
  type SentenceRecord,
  type SentenceSource,
  type SentenceTag,
  sentenceClass,
} from '../../core/datasets/sentences.ts';
import { type DatasetArticle, partsOf } from '../../core/formats/dataset.ts';
import { formatMessage } from '../../core/message.ts';
import { TextOffsets } from '../../core/text/offsets.ts';
import { Article } from '../articles.ts';
import type { Cancellation } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { type ExportObstacle, exportedArticle } from './exportArticles.ts';
import type { ExportChoice } from './exportChoice.ts';
import { isUndone } from './undone.ts';

/** The sentences of an article, each with its class, evidence and features; none where the choice passes it over. */
export interface ArticleSentences {
  readonly records: readonly SentenceRecord[];
  /** As `exportedArticle` gave it, its first layer: what a split looks at. */
  readonly article?: DatasetArticle;
}

export type SentencesOfArticle = ArticleSentences | { readonly obstacles: readonly ExportObstacle[] };

/**
 * Every sentence of an article with what people say of it and what rules see in it. Tags are those of the chosen layer,
 * of all layers together where all are chosen; verdicts on findings are everybody's, and the gold layer settles them.
 */
export async function sentencesOf(
  workspace: Workspace,
  uri: string,
  path: string,
  choice: ExportChoice,
  cancel: Cancellation,
): Promise<SentencesOfArticle> {
  const exported = await exportedArticle(workspace, uri, path, { ...choice, empty: 'keep' });
  if ('obstacles' in exported) return exported;
  const [first] = exported.layers;
  const article = first && (await workspace.articles.get(uri));
  if (!first || !(article instanceof Article)) return { records: [] };
  const layers = await workspace.sidecars.layers(uri, article.project);
  const labels = new Set(article.project.project.labels.filter((l) => l.sentence).map((l) => l.name));
  const source: SentenceSource = {
    path,
    tags: exported.layers.flatMap((layer) => tagsOf(layer.article, labels)),
    findings: await judgedFindings(workspace, article, cancel),
    done: !isUndone(layers, choice.layer),
  };
  return { records: await recordsOf(workspace, article, source), article: first.article };
}

/** Tags for sentences, in code points. */
function tagsOf({ text, spans }: DatasetArticle, labels: ReadonlySet<string>): SentenceTag[] {
  const offsets = new TextOffsets(text);
  return spans
    .filter((span) => labels.has(span.label))
    .map((span) => ({
      label: span.label,
      parts: partsOf(span).map(({ start, end }) => ({
        start: offsets.toCodePoint(start),
        end: offsets.toCodePoint(end),
      })),
    }));
}

async function judgedFindings(
  workspace: Workspace,
  article: Article,
  cancel: Cancellation,
): Promise<JudgedFinding[]> {
  const findings = await article.findings(cancel);
  if (findings.length === 0) return [];
  const { verdicts } = await workspace.annotations(article, 'quick');
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    standing: verdicts.on(finding).standing,
    why: formatMessage(finding.why),
    numbers: finding.why.args.filter((arg) => typeof arg === 'number'),
    start: article.offsets.toCodePoint(finding.start),
    end: article.offsets.toCodePoint(finding.end),
  }));
}

async function recordsOf(
  workspace: Workspace,
  article: Article,
  source: SentenceSource,
): Promise<SentenceRecord[]> {
  const { language, offsets, text, paragraphs } = article;
  const { identifier } = await workspace.languages.get();
  const evidence = {
    language,
    declared: article.languageKnown?.declared ?? false,
    identifier,
    lexicon: await workspace.languages.words.for(language),
  };
  const records: SentenceRecord[] = [];
  for (const { paragraph, start: from } of paragraphs) {
    for (const sentence of paragraph.sentences(language)) {
      const start = offsets.toCodePoint(from + sentence.start);
      const end = offsets.toCodePoint(from + sentence.end);
      const judged = sentenceClass({ start, end }, source);
      const words = canonicalSlice(text, from + sentence.start, from + sentence.end);
      const marked = judged.findings.map((f) => ({ start: f.start - start, end: f.end - start }));
      records.push({
        id: `${source.path}#${start}`,
        article: source.path,
        start,
        end,
        text: words,
        ...judged,
        features: sentenceFeatures(words, marked, evidence),
      });
    }
  }
  return records;
}

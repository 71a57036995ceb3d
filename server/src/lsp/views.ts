import { CATALOGUE } from '../core/checks/catalogue.ts';
import { toRange } from '../service/convert.ts';
import { corpusSummaries } from '../service/features/corpusSummaries.ts';
import { quality } from '../service/features/quality.ts';
import type { Standing } from '../service/standings.ts';
import type { Workspace } from '../service/workspace.ts';
import { guarded } from './guard.ts';
import {
  AnnotationsRequest,
  type AnnotationView,
  type ArticleSummary,
  CorpusRequest,
  LabelsRequest,
  type LabelView,
  QualityRequest,
  type QualityView,
  RulesRequest,
  type RuleView,
} from './protocol.ts';
import type { Session } from './session.ts';

interface FileParams {
  readonly uri: string;
}

/** Answers what our own clients ask for their views. */
export function answerViews({ connection, workspace }: Session): void {
  const { host } = workspace;
  connection.onRequest(
    LabelsRequest,
    guarded(host, 'labels', [], (params: Partial<FileParams>) => labels(workspace, params.uri)),
  );
  connection.onRequest(
    RulesRequest,
    guarded(host, 'rules', [], () => rules(workspace)),
  );
  connection.onRequest(
    AnnotationsRequest,
    guarded(host, 'annotations', [], ({ uri }: FileParams) => annotations(workspace, uri)),
  );
  connection.onRequest(
    QualityRequest,
    guarded(host, 'quality', null, ({ uri }: FileParams) => qualityView(workspace, uri)),
  );
  connection.onRequest(
    CorpusRequest,
    guarded(host, 'corpus', [], (): Promise<ArticleSummary[]> => corpusSummaries(workspace)),
  );
}

async function labels(workspace: Workspace, uri: string | undefined): Promise<LabelView[]> {
  const project = uri === undefined ? (await workspace.projects.all())[0] : await workspace.projects.of(uri);
  return (project?.project.labels ?? []).map(({ name, title, key, color, guideline, sentence }) => ({
    name,
    title,
    color,
    sentence,
    ...(key === undefined ? {} : { key }),
    ...(guideline === undefined ? {} : { guideline }),
  }));
}

async function rules(workspace: Workspace): Promise<RuleView[]> {
  const used = new Set<string>();
  for (const { rules: set } of await workspace.projects.all())
    for (const { rule } of [...set.paragraphRules, ...set.articleRules]) used.add(rule.code);
  return CATALOGUE.filter((rule) => used.has(rule.code)).map(({ code, title, description }) => ({
    code,
    title,
    description,
  }));
}

async function annotations(workspace: Workspace, uri: string): Promise<AnnotationView[]> {
  const article = await workspace.article(uri);
  if (!article) return [];
  const { placed } = await workspace.annotations(article);
  return placed.map(({ annotation, layer, range, status, standing }) => ({
    id: annotation.id,
    label: annotation.label,
    range: toRange(article.document, range),
    text: annotation.text,
    certain: status !== 'review',
    sidecar: layer.uri,
    ...(standing ? standingView(standing) : {}),
  }));
}

function standingView({ annotation, now, disputed }: Standing): Pick<AnnotationView, 'standing'> {
  if (now === undefined) return { standing: 'struck' };
  if (disputed) return { standing: 'disputed' };
  return now === annotation ? {} : { standing: 'changed' };
}

async function qualityView(workspace: Workspace, uri: string): Promise<QualityView | null> {
  return (await quality(workspace, uri)) ?? null;
}

import { type Diagnostic, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import { conflictMessage, openConflict } from '../../core/annotations/merge/decide.ts';
import type { Conflict } from '../../core/annotations/model.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Problem } from '../../core/problem.ts';
import { doubts } from '../anchoring/doubts.ts';
import { layerProblems } from '../anchoring/layerProblems.ts';
import type { Depth } from '../anchoring/pastTexts.ts';
import { ownVersion } from '../annotations.ts';
import { Article } from '../articles.ts';
import { assignmentProblems } from '../assignments.ts';
import { toRange, toSeverity, wholeFileDiagnostic } from '../convert.ts';
import { MAX_ENTITY_FILE_BYTES } from '../entities/entityFileSize.ts';
import { fileKind } from '../fileKinds.ts';
import { folderProblems } from '../folderProblems.ts';
import type { Cancellation } from '../ports.ts';
import { sidecarOwner } from '../sidecarOwner.ts';
import type { DocumentText } from '../textSnapshot.ts';
import type { UnreadableFile } from '../texts.ts';
import { relativePath } from '../uris.ts';
import type { Standing } from '../verdicts.ts';
import type { Workspace } from '../workspace.ts';

/** What there is to say about a file: findings of an article, problems of a sidecar, project or entity file. */
export async function diagnostics(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<Diagnostic[]> {
  switch (await fileKind(workspace, uri)) {
    case 'article': {
      const article = await workspace.articles.get(uri);
      if (!article) return [];
      return articleDiagnostics(workspace, article, cancel);
    }
    case 'sidecar':
      return sidecarDiagnostics(workspace, uri);
    case 'project':
      return projectDiagnostics(workspace, uri);
    case 'entities':
      return entityFileDiagnostics(workspace, uri);
    case 'assignments':
      return assignmentDiagnostics(workspace, uri);
    case 'other':
      return [];
  }
}

/** What there is to say about an article, or about why it cannot be read. `depth`: how far its tags are looked for. */
export async function articleDiagnostics(
  workspace: Workspace,
  article: Article | UnreadableFile,
  cancel: Cancellation,
  depth: Depth = 'thorough',
): Promise<Diagnostic[]> {
  if (!(article instanceof Article)) {
    return [wholeFileDiagnostic(workspace.say(article.unreadable), 'article/unreadable', 'error')];
  }
  const findings = await article.findings(cancel);
  const { layers, placed, lost, verdicts } = await workspace.annotations(article, depth);
  const shown = verdicts
    .shown(findings)
    .map((f) => findingDiagnostic(workspace, article.document, f, verdicts.on(f).standing));
  for (const { code, range, message } of await doubts(workspace, article, { placed, lost })) {
    const place = toRange(article.document, range);
    const severity = toSeverity('warning');
    shown.push({ range: place, message: workspace.say(message), severity, source: 'pressmark', code });
  }
  for (const span of placed) {
    const conflict = openConflict(ownVersion(span));
    if (conflict) shown.push(conflictDiagnostic(workspace, toRange(article.document, span.range), conflict));
  }
  for (const layer of layers) {
    const trouble = layer.unreadable ?? unwritable(layer.sidecar);
    if (trouble) shown.push(wholeFileDiagnostic(workspace.say(trouble), 'sidecar/unusable', 'error'));
  }
  return shown;
}

function conflictDiagnostic(workspace: Workspace, range: Range, conflict: Conflict): Diagnostic {
  const message = workspace.say(conflictMessage(conflict, (words) => workspace.say(words)));
  return {
    range,
    message,
    severity: toSeverity('warning'),
    source: 'pressmark',
    code: 'annotation/conflict',
  };
}

function unwritable(sidecar: { readonly writable: boolean } | undefined): Message | undefined {
  if (!sidecar || sidecar.writable) return undefined;
  return msg('The sidecar of this article cannot be written to. Open it and follow the messages there.');
}

function findingDiagnostic(
  workspace: Workspace,
  document: DocumentText,
  finding: Finding,
  standing: Standing,
): Diagnostic {
  const { docsUrl } = workspace.reader;
  return {
    range: toRange(document, finding),
    message: judged(workspace, workspace.say(finding.message), standing),
    severity: toSeverity(finding.severity),
    source: 'pressmark',
    code: finding.rule,
    ...(docsUrl ? { codeDescription: { href: `${docsUrl}/rules/${finding.rule}.md` } } : {}),
    ...(finding.rule.startsWith('page/') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function judged(workspace: Workspace, message: string, standing: Standing): string {
  if (standing === 'confirmed') return workspace.say(msg('Confirmed. {0}', message));
  return standing === 'disputed' ? workspace.say(msg('Disputed. {0}', message)) : message;
}

async function sidecarDiagnostics(workspace: Workspace, uri: string): Promise<Diagnostic[]> {
  const project = await workspace.projects.of(uri);
  // Whoever annotates blind is not told what stands in the files of others either.
  if (!(await workspace.sidecars.isVisible(uri, project))) return [];
  const layer = await workspace.sidecars.readUri(uri, project);
  if (layer.unreadable)
    return [wholeFileDiagnostic(workspace.say(layer.unreadable), 'sidecar/unreadable', 'error')];
  if (!layer.file || !layer.sidecar) return [];
  const owner = await sidecarOwner(workspace, uri, project);
  const article = await workspace.article(owner.article);
  const problems = [
    ...(owner.problem ? [owner.problem] : []),
    ...(await layerProblems(workspace, layer, article, project)),
  ];
  return problemDiagnostics(workspace, layer.file.document, problems);
}

async function projectDiagnostics(workspace: Workspace, uri: string): Promise<Diagnostic[]> {
  const file = await workspace.texts.read(uri);
  if (!file) return [];
  const project = await workspace.projects.of(uri);
  if ('unreadable' in file)
    return [wholeFileDiagnostic(workspace.say(file.unreadable), 'project/unreadable', 'error')];
  const { problems: names } = await project.entities();
  const problems = [...project.problems, ...names, ...(await folderProblems(project, workspace.host))];
  return problemDiagnostics(workspace, file.document, problems);
}

async function entityFileDiagnostics(workspace: Workspace, uri: string): Promise<Diagnostic[]> {
  const file = await workspace.texts.read(uri, MAX_ENTITY_FILE_BYTES);
  if (!file) return [];
  if ('unreadable' in file)
    return [wholeFileDiagnostic(workspace.say(file.unreadable), 'entities/unreadable', 'error')];
  const project = await workspace.projects.of(uri);
  const { files } = await project.entities();
  return problemDiagnostics(workspace, file.document, files.find((f) => f.uri === uri)?.problems ?? []);
}

async function assignmentDiagnostics(workspace: Workspace, uri: string): Promise<Diagnostic[]> {
  const file = await workspace.texts.read(uri);
  if (!file || 'unreadable' in file) return [];
  const project = await workspace.projects.of(uri);
  const articles = await workspace.corpus.articles();
  const paths = new Set(articles.flatMap((a) => relativePath(project.root, a.uri) ?? []));
  const problems = assignmentProblems(await workspace.assignments.of(project), project, paths);
  return problemDiagnostics(workspace, file.document, problems);
}

function problemDiagnostics(
  workspace: Workspace,
  document: DocumentText,
  problems: readonly Problem[],
): Diagnostic[] {
  return problems.map((problem) => ({
    range: toRange(document, problem),
    message: workspace.say(problem.message),
    severity: toSeverity(problem.severity),
    source: 'pressmark',
    code: problem.code,
  }));
}

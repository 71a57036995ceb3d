import * as vscode from 'vscode';
import type { Annotations } from '../annotations.ts';
import type { ServerSession } from '../server/session.ts';
import type { AnnotationMode } from '../views/annotating/mode.ts';
import type { CorpusModel } from '../views/corpus/model.ts';
import type { CorpusNode } from '../views/corpus/nodes.ts';
import type { CorpusTree } from '../views/corpus/tree.ts';
import { chooseAnnotator } from '../views/people/choose.ts';
import { markArticle } from '../views/people/mark.ts';
import { showQuality } from '../views/quality/quality.ts';
import { showArticleMenu } from '../views/status/menu.ts';
import { checkCorpus, openNextUnannotated } from './corpus.ts';
import { createProject } from './createProject.ts';
import { fixCorpus } from './fixCorpus.ts';
import { goToAnnotation } from './navigate.ts';
import { openSidecar } from './openSidecar.ts';
import { showRulePrecision } from './precision.ts';
import { reportFailure } from './report.ts';
import type { Tagging } from './tag.ts';

/** What the commands work on. */
export interface Workbench {
  readonly session: ServerSession;
  readonly annotations: Annotations;
  readonly tagging: Tagging;
  readonly mode: AnnotationMode;
  readonly corpus: CorpusModel;
  readonly tree: CorpusTree;
}

/** Registers every command of the manifest, and the one that the server's code actions call. */
export function registerCommands(bench: Workbench): vscode.Disposable {
  const { session, annotations, tagging, mode, corpus, tree } = bench;
  const commands: Record<string, (...args: never[]) => unknown> = {
    'pressmark.tag': () => tagging.tagAs(false),
    'pressmark.tagSentence': () => tagging.tagAs(true),
    'pressmark.remove': () => tagging.remove(),
    'pressmark.undoLast': () => tagging.undoLast(),
    'pressmark.nextAnnotation': () => goToAnnotation(annotations, 'next'),
    'pressmark.previousAnnotation': () => goToAnnotation(annotations, 'previous'),
    'pressmark.openSidecar': () => reportFailure(openSidecar),
    'pressmark.articleMenu': showArticleMenu,
    'pressmark.showQuality': () => reportFailure(() => showQuality(session)),
    'pressmark.annotate.toggle': () => mode.toggle(),
    'pressmark.annotate.leave': () => mode.set(false),
    'pressmark.annotate.key': (args?: { key?: string }) => mode.press(args?.key ?? ''),
    'pressmark.checkCorpus': () => checkCorpus(session, corpus),
    'pressmark.fixCorpus': () => fixCorpus(session),
    'pressmark.showRulePrecision': () => showRulePrecision(session),
    'pressmark.corpus.refresh': () => reportFailure(() => corpus.refresh()),
    'pressmark.corpus.filter': () => tree.chooseFilter(),
    'pressmark.nextUnannotated': () => openNextUnannotated(corpus),
    'pressmark.markDone': (node?: CorpusNode, all?: CorpusNode[]) =>
      markArticle(session, corpus, 'done', node, all),
    'pressmark.markReviewed': (node?: CorpusNode, all?: CorpusNode[]) =>
      markArticle(session, corpus, 'reviewed', node, all),
    'pressmark.reopen': (node?: CorpusNode, all?: CorpusNode[]) =>
      markArticle(session, corpus, 'open', node, all),
    'pressmark.chooseAnnotator': () => reportFailure(() => chooseAnnotator(session)),
    'pressmark.showCorpus': () => vscode.commands.executeCommand('pressmark.corpus.focus'),
    'pressmark.createProject': () => reportFailure(createProject),
    'pressmark.openWalkthrough': () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', 'pressmark.pressmark#start'),
    'pressmark.restartServer': () => reportFailure(() => session.restart()),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

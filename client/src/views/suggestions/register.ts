import * as vscode from 'vscode';
import type { Labels } from '../../labels.ts';
import { articleLanguage } from '../../server/names.ts';
import type { ServerSession } from '../../server/session.ts';
import type { AnnotationMode } from '../annotating/mode.ts';
import { Answering } from './answering.ts';
import { SuggestionDrawing } from './drawing.ts';
import { SuggestionTags } from './inlineTags.ts';
import { ShownSuggestions } from './shown.ts';
import { Suggestions } from './suggestions.ts';

/** Suggestions: drawn, gone to, accepted and refused. */
export function registerSuggestions(
  session: ServerSession,
  labels: Labels,
  mode: AnnotationMode,
): vscode.Disposable {
  const suggestions = new Suggestions(session);
  const shown = new ShownSuggestions(suggestions);
  const tags = new SuggestionTags(shown);
  const answering = new Answering(session, suggestions);
  const commands: Record<string, () => Promise<void>> = {
    'pressmark.nextSuggestion': () => answering.go('next'),
    'pressmark.previousSuggestion': () => answering.go('previous'),
    'pressmark.acceptSuggestion': () => answering.answer('accept', 'one'),
    'pressmark.acceptAllLike': () => answering.answer('accept', 'like'),
    'pressmark.acceptSuggestions': () => answering.acceptAll(),
    'pressmark.refuseSuggestion': () => answering.answer('refuse', 'one'),
    'pressmark.refuseAllLike': () => answering.answer('refuse', 'like'),
  };
  return vscode.Disposable.from(
    suggestions,
    shown,
    new SuggestionDrawing(shown, labels),
    vscode.languages.registerInlayHintsProvider(
      [{ language: 'plaintext' }, { language: articleLanguage }],
      tags,
    ),
    tags,
    mode.onDidTurn((on) => shown.setAnnotating(on)),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

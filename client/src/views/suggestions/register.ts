import * as vscode from 'vscode';
import type { Labels } from '../../labels.ts';
import type { ServerSession } from '../../server/session.ts';
import type { AnnotationMode } from '../annotating/mode.ts';
import { Answering } from './answering.ts';
import { SuggestionDrawing } from './drawing.ts';
import { Suggestions } from './suggestions.ts';

/** Suggestions: drawn, gone to, accepted and refused. */
export function registerSuggestions(
  session: ServerSession,
  labels: Labels,
  mode: AnnotationMode,
): vscode.Disposable {
  const suggestions = new Suggestions(session);
  const drawing = new SuggestionDrawing(suggestions, labels);
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
    drawing,
    mode.onDidTurn((on) => drawing.setAnnotating(on)),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

import * as vscode from 'vscode';
import type { SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';

/** When suggestions are drawn, as the setting says. */
export type SuggestionsShown = 'on' | 'annotating' | 'off';

export interface SuggestionSettings {
  readonly shown: SuggestionsShown;
  /** 0–1: what is less sure is not drawn. */
  readonly least: number;
}

/** What the user wants to see of suggestions in a document. */
export function suggestionSettings(document: vscode.TextDocument): SuggestionSettings {
  const settings = vscode.workspace.getConfiguration('pressmark', document);
  return {
    shown: settings.get<SuggestionsShown>('suggestions.show', 'on'),
    least: settings.get<number>('suggestions.leastScore', 50) / 100,
  };
}

/** Whether a suggestion is drawn. */
export function isShown(
  { score }: SuggestionView,
  { shown, least }: SuggestionSettings,
  annotating: boolean,
): boolean {
  return score >= least && (shown === 'on' || (shown === 'annotating' && annotating));
}

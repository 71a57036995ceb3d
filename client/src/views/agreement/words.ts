import * as vscode from 'vscode';
import type { PageWords } from './messages.ts';

/** The page's words in the language of the editor. */
export function pageWords(): PageWords {
  return {
    title: vscode.l10n.t('Agreement'),
    measure: vscode.l10n.t('Measure'),
    label: vscode.l10n.t('Label'),
    allLabels: vscode.l10n.t('All labels'),
    refresh: vscode.l10n.t('Measure Again'),
    begun: vscode.l10n.t('Compare What Was Begun, Too'),
    done: vscode.l10n.t('Compare Only What Is Done'),
    matrix: vscode.l10n.t('Two by two'),
    together: vscode.l10n.t('All together'),
    annotators: vscode.l10n.t('Annotators'),
    raw: vscode.l10n.t('raw {0}'),
    interval: vscode.l10n.t('95 %: {0} to {1}'),
    byLabel: vscode.l10n.t('By label, all together'),
    disagreements: vscode.l10n.t('Disagreements'),
    place: vscode.l10n.t('Place'),
    kind: vscode.l10n.t('Kind'),
    text: vscode.l10n.t('Text'),
    pair: vscode.l10n.t('Pair'),
    adjudicate: vscode.l10n.t('Adjudicate'),
    nobody: vscode.l10n.t('no tag here'),
    everyPair: vscode.l10n.t('Every pair'),
    listed: vscode.l10n.t('{0} of {1} are listed; `pressmark agree --disagreements` lists all.'),
    only: vscode.l10n.t('Only disagreements of {0} and {1}'),
  };
}

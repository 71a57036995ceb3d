import * as vscode from 'vscode';
import type { PageWords } from './messages.ts';

/** The page's words in the language of the editor. */
export function pageWords(): PageWords {
  return {
    kinds: {
      agreed: vscode.l10n.t('All agree'),
      details: vscode.l10n.t('Other details'),
      label: vscode.l10n.t('Other label'),
      boundaries: vscode.l10n.t('Other boundaries'),
      overlap: vscode.l10n.t('Overlap'),
      value: vscode.l10n.t('Other value'),
      missing: vscode.l10n.t('Not with all'),
      lost: vscode.l10n.t('Words are gone'),
    },
    states: {
      open: vscode.l10n.t('open'),
      changed: vscode.l10n.t('changed since it was settled'),
      settled: vscode.l10n.t('settled'),
    },
    decisions: {
      unanimous: vscode.l10n.t('unanimous'),
      majority: vscode.l10n.t('by majority'),
      decided: vscode.l10n.t('decided'),
    },
    progress: vscode.l10n.t('{0} of {1} disagreements open'),
    allSettled: vscode.l10n.t('All disagreements are settled.'),
    list: vscode.l10n.t('Tags of all annotators, in the order of the text'),
    choices: vscode.l10n.t('What each annotator says here'),
    nothing: vscode.l10n.t('no tag here'),
    unsure: vscode.l10n.t('The text has changed here; the place is a guess.'),
    both: vscode.l10n.t('Both'),
    everything: vscode.l10n.t('All of them'),
    neither: vscode.l10n.t('Neither'),
    change: vscode.l10n.t('Change…'),
    undo: vscode.l10n.t('Undo'),
    reason: vscode.l10n.t('Reason for the next decision'),
    show: vscode.l10n.t('Show in the article'),
    names: vscode.l10n.t('Show names'),
    letters: vscode.l10n.t('Hide names'),
    unanimous: vscode.l10n.t('Settle the {0} on which all agree'),
    majority: vscode.l10n.t('Settle by majority'),
    everybody: vscode.l10n.t('Compare everybody'),
    finished: vscode.l10n.t('Only who is done'),
    waiting: vscode.l10n.t('{0} more have begun and are not done; they are not compared.'),
    line: vscode.l10n.t('Line {0}'),
    gold: vscode.l10n.t('Gold:'),
    directly: vscode.l10n.t(
      'Adjudicating sees every annotator’s file, also where the project is annotated blind.',
    ),
  };
}

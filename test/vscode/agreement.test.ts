import { strict as assert } from 'node:assert';
import { commands, window, workspace } from 'vscode';
import type { AgreementView } from '../../server/src/lsp/protocol/agreement.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { eventually, file } from './workbench.ts';

const TEXT = 'Anna Kern met Lin Wu in Hanoi.\nThe bank of Oslo paid for all of it.\n';

const FILES = {
  'agreed/pressmark.json': JSON.stringify({ annotators: ['ana', 'ben'] }),
  'agreed/meeting.txt': TEXT,
  'agreed/meeting.txt.ana.ann.json': sidecarOf(TEXT, [
    ['Anna Kern', 'PER'],
    ['Lin Wu', 'PER'],
    ['Hanoi', 'GPE'],
  ]),
  'agreed/meeting.txt.ben.ann.json': sidecarOf(TEXT, [
    ['Anna Kern', 'PER'],
    ['Lin Wu', 'ORG'],
    ['Hanoi', 'GPE'],
  ]),
};

interface State {
  readonly view: AgreementView;
  readonly all: boolean;
}

suite('agreement', () => {
  test('is shown by pair and label, and a disagreement leads to its place', async () => {
    for (const [path, text] of Object.entries(FILES))
      await workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
    const { view } = await eventually('the figures', async () => {
      await commands.executeCommand('pressmark.showAgreement');
      const state = await commands.executeCommand<State | undefined>('pressmark.agreement.state');
      return state && state.view.disagreements.length > 0 && state;
    });
    const overall = view.figures.find(
      ({ topic, pair, label }) => topic === 'f1 spans' && pair === undefined && label === undefined,
    );
    assert.equal(overall?.value, 2 / 3);
    assert.deepEqual(view.annotators, ['ana', 'ben']);
    assert.deepEqual(view.labels, ['GPE', 'ORG', 'PER']);
    await eventually('the panel', () => window.tabGroups.activeTabGroup.activeTab?.label === 'Agreement');

    await commands.executeCommand('pressmark.agreement.tell', { type: 'open', at: 0 });
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), file('agreed/meeting.txt').toString());
    assert.equal(editor?.document.getText(editor.selection), 'Lin Wu');
  });
});

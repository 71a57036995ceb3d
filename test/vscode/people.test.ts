import { strict as assert } from 'node:assert';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { eventually, file, newArticle } from './workbench.ts';

const PROJECT = JSON.stringify({ annotators: [{ name: 'ana', title: 'Ana Wijaya' }, 'budi'], blind: true });
const TEXT = 'Pemerintah mengirim utusan ke ibu kota pada hari Senin.\n';

async function statusIn(name: string): Promise<string | undefined> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file(name)));
    return /"status":"(\w+)"/.exec(text)?.[1];
  } catch {
    return undefined; // not written yet
  }
}

suite('people', () => {
  suiteSetup(async () => {
    await workspace.fs.writeFile(file('team/pressmark.json'), new TextEncoder().encode(PROJECT));
  });
  suiteTeardown(() => setAnnotator(undefined));

  test('an article is marked in the annotator’s own file, again after a change of mind, and taken back', async () => {
    await setAnnotator('budi');
    await newArticle('team/a.txt', TEXT);
    const own = 'team/a.txt.budi.ann.json';
    await marked('pressmark.markDone', own, 'done');
    await marked('pressmark.markReviewed', own, 'reviewed');
    await commands.executeCommand('pressmark.undoLast');
    await eventually('the status before', async () => (await statusIn(own)) === 'done');
    await marked('pressmark.reopen', own, 'open');
    assert.equal(await statusIn('team/a.txt.ana.ann.json'), undefined);
  });

  test('who is somebody else by the setting writes to another file', async () => {
    await setAnnotator('Ana Wijaya');
    await newArticle('team/b.txt', TEXT);
    await marked('pressmark.markDone', 'team/b.txt.ana.ann.json', 'done');
    assert.equal(await statusIn('team/b.txt.budi.ann.json'), undefined);
  });
});

function setAnnotator(name: string | undefined): Thenable<void> {
  return workspace.getConfiguration('pressmark').update('annotator', name, ConfigurationTarget.Workspace);
}

/** Runs a command until the file on the disk says so: a server that starts anew may not know the setting yet. */
async function marked(command: string, own: string, status: string): Promise<void> {
  await eventually(`${status} in ${own}`, async () => {
    if ((await statusIn(own)) === status) return true;
    await commands.executeCommand(command);
    return (await statusIn(own)) === status;
  });
}

import { strict as assert } from 'node:assert';
import { commands, type Uri, workspace } from 'vscode';
import { eventually, hoverText, newArticle, sidecarWhere, tag } from './workbench.ts';

const TEXT = `Rusia dan Vietnam membahas harga beras

Pemerintah Rusia mengirim utusan ke ibu kota pada hari Senin, kata seorang juru bicara di Hanoi.
`;

/** What “Refresh Annotation Changes” gives. */
interface FolderChanges {
  readonly view: {
    readonly unknown?: string;
    readonly articles: readonly {
      readonly path: string;
      readonly layers: readonly {
        readonly changes: readonly { readonly words: string; readonly range?: object }[];
      }[];
    }[];
  };
}

async function changes(): Promise<FolderChanges> {
  const [folder] = await commands.executeCommand<FolderChanges[]>('pressmark.changes.refresh');
  assert.ok(folder, 'an answer for the open folder');
  return folder;
}

async function wordsOf(path: string): Promise<string[]> {
  const { view } = await changes();
  const layers = view.articles.find((article) => article.path === path)?.layers ?? [];
  return layers.flatMap((layer) => layer.changes.map(({ words }) => words));
}

type RunGit = (args: readonly string[], options: { cwd: string }) => unknown;

/** Runs git in the open folder; undefined in a browser, whose extension host starts no programs. */
async function gitOf(folder: Uri | undefined): Promise<((...args: string[]) => void) | undefined> {
  // The web bundle must not look for it.
  const name = 'node:child_process';
  try {
    const { execFileSync } = (await import(name)) as {
      execFileSync(program: string, ...rest: Parameters<RunGit>): unknown;
    };
    if (folder?.scheme !== 'file') return undefined;
    const settings = ['user.name=Ana', 'user.email=ana@example.org', 'commit.gpgsign=false'];
    const before = settings.flatMap((setting) => ['-c', setting]);
    return (...args) => void execFileSync('git', [...before, ...args], { cwd: folder.fsPath });
  } catch {
    return undefined;
  }
}

suite('Annotation changes', () => {
  test('the view says why it is empty where there is no repository', async () => {
    await newArticle('tanpa-git.txt', TEXT);
    const { view } = await changes();
    // A repository may hold the folder with the tests.
    if (view.unknown === undefined) return;
    assert.match(view.unknown, /git|disk/);
    assert.deepEqual(view.articles, []);
  });

  test('tells what was tagged since the last commit, and who wrote a tag', async () => {
    const git = await gitOf(workspace.workspaceFolders?.[0]?.uri);
    // The test before tells what the web says, which has no git.
    if (!git) return;
    git('init', '--quiet');
    const editor = await newArticle('perubahan.txt', TEXT);
    await tag(editor, 'Rusia');
    await sidecarWhere(editor.document, 'the first tag', (lines) => lines.length === 1);
    git('add', '--', 'perubahan.txt', 'perubahan.txt.ann.json');
    git('commit', '--quiet', '-m', 'Tag the first name');
    await eventually('nothing to tell', async () => (await wordsOf('perubahan.txt')).length === 0);
    await tag(editor, 'Vietnam');
    await sidecarWhere(editor.document, 'the second tag', (lines) => lines.length === 2);
    const told = await eventually('the change', async () => {
      const words = await wordsOf('perubahan.txt');
      return words.length > 0 && words;
    });
    assert.match(told.join(), /^\+ \w+ Vietnam$/);
    await eventually('who wrote the first tag', async () =>
      (await hoverText(editor, 'Rusia')).includes('Tag the first name'),
    );
    await eventually('that nobody committed the second', async () =>
      (await hoverText(editor, 'Vietnam')).includes('Not committed yet'),
    );
    await commands.executeCommand('pressmark.showChanges');
    const setting = () => workspace.getConfiguration('pressmark').get<boolean>('changesInGutter');
    assert.equal(setting(), true);
    await commands.executeCommand('pressmark.changes.toggleGutter');
    assert.equal(setting(), false);
    await commands.executeCommand('pressmark.changes.toggleGutter');
    assert.equal(setting(), true);
  });
});

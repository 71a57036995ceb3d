import { strict as assert } from 'node:assert';
import {
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  commands,
  MarkdownString,
  type TextEditor,
  workspace,
} from 'vscode';
import { cursorIn, dirtyTabs, eventually, newArticle, sidecarOf, sidecarWhere, tag } from './workbench.ts';

const TEXT = `Rusia dan Vietnam membahas harga beras

Pemerintah Rusia mengirim utusan ke ibu kota Vietnam pada hari Senin, kata seorang juru bicara di Hanoi.
`;

/** A line of a sidecar that says something about a tag. */
interface RecordLine {
  readonly id: string;
  readonly ref?: string;
  readonly comment?: string;
  readonly resolved?: boolean;
  readonly time?: string;
}

async function tagged(name: string): Promise<TextEditor> {
  const editor = await newArticle(name, TEXT);
  await tag(editor, 'Rusia');
  await sidecarWhere(editor.document, 'the tag', (lines) => lines.length === 1);
  cursorIn(editor, 'Rusia');
  return editor;
}

function recordsOnDisk(editor: TextEditor, what: string, holds: (records: RecordLine[]) => boolean) {
  return eventually(`${what}, on the disk`, async () => {
    const bytes = await workspace.fs.readFile(sidecarOf(editor.document));
    const { annotations } = JSON.parse(new TextDecoder().decode(bytes)) as {
      annotations: (RecordLine | null)[];
    };
    const records = annotations.filter((line) => line !== null).filter((line) => line.ref !== undefined);
    return holds(records) ? records : undefined;
  });
}

function textOf(opened: CommentThread, index = 0): string {
  const body = opened.comments[index]?.body;
  return body instanceof MarkdownString ? body.value : String(body);
}

async function commented(editor: TextEditor, text: string): Promise<CommentThread> {
  const opened = await commands.executeCommand<CommentThread | undefined>('pressmark.comments.add', { text });
  await recordsOnDisk(editor, 'the comment', (records) => records.length === 1);
  assert.ok(opened, 'a thread');
  await eventually('the comment in its thread', () => opened.comments.length === 1);
  return opened;
}

suite('comments on tags', () => {
  test('a comment is on the disk, at the words, and the article is untouched', async () => {
    const editor = await tagged('commented.txt');
    const opened = await commented(editor, 'Why *GPE*? <b>See</b> https://example.org/guide.');
    const [line] = await recordsOnDisk(editor, 'the comment', (records) => records.length === 1);
    assert.equal(line?.comment, 'Why *GPE*? <b>See</b> https://example.org/guide.');
    assert.match(line?.time ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(opened.range && editor.document.getText(opened.range), 'Rusia');
    assert.equal(opened.collapsibleState, CommentThreadCollapsibleState.Expanded);
    assert.match(opened.label ?? '', /^GPE “Rusia”/);
    assert.ok(textOf(opened).includes('\\*GPE\\*'), textOf(opened));
    assert.ok(!textOf(opened).includes('<b>'), textOf(opened));
    assert.ok(textOf(opened).includes('<https://example.org/guide>'), textOf(opened));
    assert.equal(editor.document.getText(), TEXT);
    await eventually('a saved sidecar', () => !dirtyTabs().some((tab) => tab.startsWith('commented.txt')));
  });

  test('an answer stands below it', async () => {
    const editor = await tagged('answered.txt');
    const opened = await commented(editor, 'first');
    await commands.executeCommand('pressmark.comments.send', { thread: opened, text: 'second' });
    await recordsOnDisk(editor, 'both', (records) => records.length === 2);
    await eventually('both in the thread', () => opened.comments.length === 2);
    assert.deepEqual([textOf(opened, 0), textOf(opened, 1)].toSorted(), ['first', 'second']);
  });

  test('a comment can be changed, and deleted with its thread', async () => {
    const editor = await tagged('changing.txt');
    const opened = await commented(editor, 'a_b');
    await commands.executeCommand('pressmark.comments.edit', opened.comments[0]);
    assert.equal(opened.comments[0]?.mode, CommentMode.Editing);
    assert.equal(textOf(opened), 'a_b');
    const [editing] = opened.comments;
    assert.ok(editing);
    editing.body = 'changed';
    await commands.executeCommand('pressmark.comments.save', editing);
    await recordsOnDisk(editor, 'the new text', ([line]) => line?.comment === 'changed');
    await eventually('the new text in the thread', () => textOf(opened) === 'changed');
    assert.equal(opened.comments[0]?.mode, CommentMode.Preview);
    await commands.executeCommand('pressmark.comments.delete', opened.comments[0]);
    await recordsOnDisk(editor, 'no comment', (records) => records.length === 0);
    const again = await commented(editor, 'once more');
    assert.notEqual(again, opened);
  });

  test('a thread can be settled and taken up again', async () => {
    const editor = await tagged('settled.txt');
    const opened = await commented(editor, 'why?');
    await commands.executeCommand('pressmark.comments.resolve', opened);
    await recordsOnDisk(editor, 'the word', (records) => records.some((line) => line.resolved === true));
    await eventually('a settled thread', () => opened.state === CommentThreadState.Resolved);
    await commands.executeCommand('pressmark.comments.reopen', opened);
    await recordsOnDisk(editor, 'the other word', (records) => records.some((l) => l.resolved === false));
    await eventually('an open thread', () => opened.state === CommentThreadState.Unresolved);
  });

  test('where there is no tag, there is nothing to comment on', async () => {
    const editor = await tagged('elsewhere.txt');
    cursorIn(editor, 'harga');
    assert.equal(await commands.executeCommand('pressmark.comments.add', { text: 'x' }), undefined);
  });
});

/** What the editor tests do again and again, in the words of a person at the editor. */
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  MarkdownString,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** One line of a sidecar, as far as the tests look at it. */
export interface SidecarLine {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label?: string;
  readonly text?: string;
  readonly entity?: string;
  readonly rule?: string;
  readonly verdict?: string;
}

/** A file of the open folder. */
export function file(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Writes a new article to the disk and shows it. */
export async function newArticle(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  return window.showTextDocument(file(name));
}

/** Asks until the answer is neither undefined nor false; the error names what was waited for. */
export async function eventually<T>(
  what: string,
  question: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 15_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await Promise.resolve(question()).catch(whenCanceled);
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** VS Code cancels what it was asked about a text that changes meanwhile: ask again. */
function whenCanceled(error: unknown): undefined {
  if (!(error instanceof Error && error.name === 'Canceled')) throw error;
}

/** Our findings in an article, by the code of their rule. */
export function findings(document: TextDocument, rule?: string): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter((d) => d.source === 'pressmark' && (rule === undefined || d.code === rule || codeOf(d) === rule));
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Where a text stands in an article, its first time. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`the article does not say “${text}”`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** What hovering the first occurrence of a text shows, as markdown. */
export async function hoverText(editor: TextEditor, text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    rangeOf(editor.document, text).start.translate(0, 1),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((c) => (c instanceof MarkdownString ? c.value : String(c))).join('\n');
}

/** Selects the first occurrence of a text. */
export function select(editor: TextEditor, text: string): void {
  const { start, end } = rangeOf(editor.document, text);
  editor.selection = new Selection(start, end);
}

/** Selects a text and applies the preferred tag for it, as Ctrl+. and Enter would. */
export async function tag(editor: TextEditor, text: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  editor.selection = new Selection(range.start, range.end);
  // The names must be known before one of them can be preferred.
  await eventually(`a preferred tag for “${text}”`, async () =>
    (await actions(editor, range, 'refactor.annotate')).some((action) => action.isPreferred),
  );
  const args = { kind: 'refactor.annotate', apply: 'first', preferred: true };
  const applied = () => taggedAnywhere(editor.document, text);
  for (let attempt = 0; attempt < 3; attempt++) {
    await commands.executeCommand('editor.action.codeAction', args);
    // VS Code drops the command where the text's decorations change at that moment; a person presses again.
    const done = await eventually('the tag', applied, 5_000).catch(() => false);
    if (done) return;
  }
  throw new Error(`“${text}” was not tagged in three attempts`);
}

/** Whether the sidecar names the text, on the disk or only in the editor's memory: saving is not waited for. */
async function taggedAnywhere(article: TextDocument, text: string): Promise<boolean> {
  const address = sidecarOf(article).toString();
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  if (open?.getText().includes(`"text":${JSON.stringify(text)}`)) return true;
  return (await sidecarOnDisk(article))?.some((line) => line.text === text) ?? false;
}

/** The code actions at a range, resolved. */
export async function actions(editor: TextEditor, range: Range, kind?: string): Promise<CodeAction[]> {
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    kind,
    50,
  );
  return found.filter((action) => !action.disabled);
}

/** Applies the action whose title begins like this, with the command that it brings. */
export async function perform(editor: TextEditor, range: Range, title: string): Promise<void> {
  const action = await eventually(`the action “${title}”`, async () =>
    (await actions(editor, range)).find((a) => a.title.startsWith(title)),
  );
  if (action.edit) await workspace.applyEdit(action.edit, { isRefactoring: true });
  if (action.command)
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The sidecar of an article as it is on the disk; undefined where there is none, or nothing in it yet. */
export async function sidecarOnDisk(document: TextDocument): Promise<SidecarLine[] | undefined> {
  try {
    const bytes = await workspace.fs.readFile(sidecarOf(document));
    const content = JSON.parse(new TextDecoder().decode(bytes)) as { annotations: (SidecarLine | null)[] };
    return content.annotations.filter((line) => line !== null);
  } catch {
    return undefined; // created empty, and written a moment later
  }
}

/** The address of an article's sidecar. */
export function sidecarOf(document: TextDocument): Uri {
  return document.uri.with({ path: `${document.uri.path}.ann.json` });
}

/** The sidecar on the disk once it says so. */
export function sidecarWhere(
  document: TextDocument,
  what: string,
  holds: (lines: SidecarLine[]) => boolean,
): Promise<SidecarLine[]> {
  return eventually(`${what}, on the disk`, async () => {
    const lines = await sidecarOnDisk(document);
    return lines && holds(lines) ? lines : undefined;
  });
}

/** Names of tabs with unsaved changes. */
export function dirtyTabs(): string[] {
  return window.tabGroups.all.flatMap((group) =>
    group.tabs.filter((tab) => tab.isDirty).map((tab) => tab.label),
  );
}

/** Places the cursor without selecting. */
export function cursorIn(editor: TextEditor, text: string): void {
  const { line, character } = rangeOf(editor.document, text).start;
  const inside = new Position(line, character + 1);
  editor.selection = new Selection(inside, inside);
}

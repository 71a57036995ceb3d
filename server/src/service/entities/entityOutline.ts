import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { readEntityLine } from '../../core/entities/entityLine.ts';
import { msg } from '../../core/message.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';
import { lineAt } from './entityPlace.ts';

/** An outline of more entities is not read by anybody, and slow to draw. */
const MOST_SHOWN = 5000;
/** Lines between two pauses: a few milliseconds. */
const AT_A_TIME = 200;

/**
 * The outline of an entity file: its entities by name, in the order of the lines, the first 5000 of them; the last
 * entry says that there are more. Throws {@link Cancelled}.
 */
export async function entityOutline(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<DocumentSymbol[]> {
  const file = await workspace.texts.read(uri);
  if (!file || 'unreadable' in file) return [];
  const { document } = file;
  const symbols: DocumentSymbol[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    if (line % AT_A_TIME === AT_A_TIME - 1) await workspace.host.pause();
    if (cancel.isCancellationRequested) throw new Cancelled();
    const text = lineAt(document, line);
    if (!text.trimStart().startsWith('{')) continue;
    const range = { start: { line, character: 0 }, end: { line, character: text.length } };
    const symbol = { range, selectionRange: range };
    const entity = readEntityLine(text.trim(), { kind: 'file', uri, line }, () => undefined, false);
    if (!entity) continue;
    if (symbols.length === MOST_SHOWN) {
      const name = workspace.say(msg('More entities are not shown'));
      symbols.push({ name, kind: SymbolKind.Null, ...symbol });
      break;
    }
    const { name, type, id } = entity;
    symbols.push({ name, detail: `${type} · ${id}`, kind: symbolKind(type), ...symbol });
  }
  return symbols;
}

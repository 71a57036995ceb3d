import { SymbolKind } from 'vscode-languageserver-types';

const KINDS: ReadonlyMap<string, SymbolKind> = new Map([
  ['PER', SymbolKind.Object],
  ['ORG', SymbolKind.Class],
  ['GPE', SymbolKind.Namespace],
  ['LOC', SymbolKind.Namespace],
  ['FAC', SymbolKind.Package],
  ['NORP', SymbolKind.Enum],
  ['EVENT', SymbolKind.Event],
  ['DATE', SymbolKind.Number],
  ['MONEY', SymbolKind.Number],
]);

/** The editor's symbol kind for a label, so that outlines show distinct icons. */
export function symbolKind(label: string): SymbolKind {
  return KINDS.get(label) ?? SymbolKind.String;
}

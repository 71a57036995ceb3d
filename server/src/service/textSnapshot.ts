import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import { type ChangedLines, isLineEnd } from '../core/text/changedLines.ts';
import { lineStarts, lineStartsAfter, upperBound } from '../core/text/lineStarts.ts';

/** What we use of a document: the editor's own and our snapshots have it. */
export type DocumentText = Omit<TextDocument, 'getLineRange' | 'getEOLCharacters'>;

/**
 * A document at one version: unlike the editor's it never changes. Positions are those of LSP, as
 * vscode-languageserver-textdocument computes them; after an edit the lines are taken over from the snapshot before.
 */
export class TextSnapshot implements DocumentText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  private readonly text: string;
  private readonly starts: Uint32Array;

  /** `before` and `change`: an earlier snapshot, and the lines that differ from its text. */
  constructor(
    document: Pick<TextDocument, 'uri' | 'languageId' | 'version'>,
    text: string,
    before?: TextSnapshot,
    change?: ChangedLines,
  ) {
    this.uri = document.uri;
    this.languageId = document.languageId;
    this.version = document.version;
    this.text = text;
    this.starts = before && change ? lineStartsAfter(before.starts, text, change) : lineStarts(text);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  getText(range?: Range): string {
    return range ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.text;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = upperBound(this.starts, inside) - 1;
    const start = this.starts[line] ?? 0;
    return { line, character: this.beforeLineEnd(inside, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.text.length;
    if (line < 0) return 0;
    const start = this.starts[line] ?? 0;
    if (character <= 0) return start;
    const next = this.starts[line + 1] ?? this.text.length;
    return this.beforeLineEnd(Math.min(start + character, next), start);
  }

  private beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.text.charCodeAt(at - 1))) at--;
    return at;
  }
}

import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** A piece of a card's line. Texts are data from files: they are shown as they are, never read as markup. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly quiet: string }
  | { readonly link: string; readonly to: string }
  | FilePlace;

/** A place in a file of the workspace, as a link where the client opens such links. 0-based, UTF-16 units. */
export interface FilePlace {
  readonly place: string;
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What a client can draw. */
export interface Drawing {
  readonly markdown: boolean;
  /** Opens links to a line of a file. */
  readonly fileLinks?: boolean;
}

/** A line of a card; `-` makes it a list item. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly item?: boolean;
}

/** A card's sections, each a few lines. */
export type Section = readonly Line[];

/** The sections as markdown, or as plain text for a client that reads no markdown. */
export function render(
  sections: readonly Section[],
  { markdown, fileLinks = false }: Drawing,
): MarkupContent {
  const piece = markdown ? (p: Piece) => markdownPiece(p, fileLinks) : plainPiece;
  const lineEnd = markdown ? '  \n' : '\n';
  const blocks = sections
    .filter((s) => s.length > 0)
    .map((lines) => lines.map((l) => (l.item ? '- ' : '') + l.pieces.map(piece).join('')).join(lineEnd));
  return markdown
    ? { kind: MarkupKind.Markdown, value: blocks.join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: blocks.join('\n\n') };
}

function markdownPiece(piece: Piece, fileLinks: boolean): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('strong' in piece) return emphasis('**', piece.strong);
  if ('quiet' in piece) return emphasis('*', piece.quiet);
  const [text, address] =
    'place' in piece
      ? [piece.place, fileLinks ? placeAddress(piece) : undefined]
      : [piece.link, safeAddress(piece.to)];
  return address ? `[${escapeMarkdown(text)}](<${address}>)` : escapeMarkdown(text);
}

/** Marks count only beside a character that is not blank, so blanks at the ends stay outside. */
function emphasis(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === '') return escapeMarkdown(text);
  const start = text.indexOf(inner);
  const end = start + inner.length;
  return `${oneLine(text.slice(0, start))}${mark}${escapeMarkdown(inner)}${mark}${oneLine(text.slice(end))}`;
}

function plainPiece(piece: Piece): string {
  if (typeof piece === 'string') return oneLine(piece);
  if ('strong' in piece) return oneLine(piece.strong);
  if ('quiet' in piece) return oneLine(piece.quiet);
  if ('place' in piece) return oneLine(piece.place);
  return safeAddress(piece.to) ? `${oneLine(piece.link)} <${piece.to}>` : oneLine(piece.link);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A text that markdown shows letter for letter: every mark of markdown and HTML is escaped, line breaks are blanks. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~$@^=]|:(?=\/)/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Links are https, or a page of our own documentation on disk; anything else is shown as text. */
function safeAddress(address: string): string | undefined {
  if (/[\s<>\\]/.test(address)) return undefined;
  return /^https:\/\//i.test(address) || /^(file|vscode-vfs|vscode-remote):\/\/.*\.md$/i.test(address)
    ? address
    : undefined;
}

/** Where VS Code opens a file at a line: nothing but files, and nothing that a name could add to the address. */
function placeAddress({ uri, line, character }: FilePlace): string | undefined {
  if (/[\s<>\\#?]/.test(uri) || !/^(?:file|vscode-vfs|vscode-remote):\/\//i.test(uri)) return undefined;
  return `${uri}#L${line + 1},${character + 1}`;
}

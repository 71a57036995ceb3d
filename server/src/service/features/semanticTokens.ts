import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import type { Cancellation } from '../ports.ts';
import type { DocumentText } from '../textSnapshot.ts';
import type { Workspace } from '../workspace.ts';

/** Token types for the labels of names; a project's own labels share `pressmarkOther`. */
const TYPE_OF_LABEL: ReadonlyMap<string, number> = new Map([
  ['PER', 0],
  ['ORG', 1],
  ['GPE', 2],
  ['LOC', 2],
  ['FAC', 2],
  ['NORP', 3],
  ['EVENT', 4],
  ['DATE', 5],
  ['MONEY', 6],
]);
const OTHER = 7;
const TAGGED = 1;
const KNOWN = 2;

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [
    'pressmarkPerson',
    'pressmarkOrganization',
    'pressmarkPlace',
    'pressmarkGroup',
    'pressmarkEvent',
    'pressmarkTime',
    'pressmarkAmount',
    'pressmarkOther',
  ],
  tokenModifiers: ['tagged', 'known'],
};

interface Painted extends TextRange {
  readonly type: number;
  readonly modifiers: number;
}

/** Annotated names and known entities by label. Tags of whole sentences are left to the client's decorations. */
export async function semanticTokens(
  workspace: Workspace,
  uri: string,
  cancel: Cancellation,
): Promise<SemanticTokens> {
  const article = await workspace.article(uri);
  if (!article) return { data: [] };
  const { placed } = await workspace.annotations(article);
  const mentions = await article.mentions(cancel);
  const { gazetteer } = await article.project.entities();
  const sentenceLabels = new Set(article.project.project.labels.filter((l) => l.sentence).map((l) => l.name));
  const painted: Painted[] = [];
  // Innermost last in text order; tokens must not overlap, so an outer span yields to what comes first.
  for (const { annotation, range } of placed) {
    if (!sentenceLabels.has(annotation.label)) painted.push({ ...range, ...paint(annotation.label, TAGGED) });
  }
  const tagged = [...painted];
  for (const { start, end, entityId } of mentions) {
    const type = gazetteer.entity(entityId)?.type;
    const mention = { start, end };
    if (type && !tagged.some((t) => overlaps(t, mention)))
      painted.push({ ...mention, ...paint(type, KNOWN) });
  }
  painted.sort((a, b) => a.start - b.start || b.end - a.end);
  return { data: encode(article.document, painted) };
}

function paint(label: string, modifiers: number): { type: number; modifiers: number } {
  return { type: TYPE_OF_LABEL.get(label) ?? OTHER, modifiers };
}

/** LSP's five numbers per token; a span over a line break becomes one token per line. */
function encode(document: DocumentText, painted: readonly Painted[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let from = 0;
  for (const token of painted) {
    if (token.start < from) continue;
    from = token.end;
    for (const piece of linesOf(document, token)) {
      const at = document.positionAt(piece.start);
      const sameLine = at.line === line;
      const step = sameLine ? at.character - character : at.character;
      data.push(at.line - line, step, piece.end - piece.start, token.type, token.modifiers);
      ({ line, character } = at);
    }
  }
  return data;
}

function linesOf(document: DocumentText, range: TextRange): TextRange[] {
  const text = document.getText().slice(range.start, range.end);
  const pieces: TextRange[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    pieces.push({ start: range.start + match.index, end: range.start + match.index + match[0].length });
  }
  return pieces;
}

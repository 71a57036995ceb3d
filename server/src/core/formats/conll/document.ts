import { escapeOdd, IN_COMMENTS, unescapeOdd } from './escapes.ts';

/** What a file says about a document of it. */
export interface DocumentHead {
  readonly name?: string;
  readonly language?: string;
  readonly annotator?: string;
  /** What its tokens are: `words`, `syllables` or `characters`. */
  readonly tokens?: string;
}

/** The first cell of a line that begins a document. */
export const DOCSTART = '-DOCSTART-';

/** What the value of a head cannot hold in a cell. */
const IN_HEAD_CELLS = /[\s\p{Cc}%|]/gu;

const KEYS = ['name', 'language', 'annotator', 'tokens'] as const;

/**
 * The head as one cell, to stand in a line of `-DOCSTART-`, which readers skip: `name=2026/a.txt|language=id`. What
 * would end the cell or the value is escaped as in web addresses.
 */
export function headCell(head: DocumentHead): string {
  const parts = KEYS.flatMap((key) => {
    const value = head[key];
    return value === undefined ? [] : [`${key}=${escapeOdd(value, IN_HEAD_CELLS)}`];
  });
  return parts.join('|');
}

/** The head as lines of comments, as CoNLL-U has them. */
export function headComments(head: DocumentHead): string[] {
  return KEYS.flatMap((key) => {
    const value = head[key];
    if (value === undefined) return [];
    return [`# ${key === 'name' ? 'newdoc id' : key} = ${escapeOdd(value, IN_COMMENTS)}`];
  });
}

/** What the cells of a `-DOCSTART-` line say: our own, or a name in brackets as AIDA-CoNLL has it. */
export function headOfCells(cells: readonly string[]): DocumentHead {
  const bracketed = /^\((.*)\)$/u.exec(cells.slice(1).join(' '))?.[1];
  if (bracketed) return { name: bracketed };
  const own = cells.find((cell) => /^(?:name|language|annotator|tokens)=/.test(cell));
  const head: { -readonly [K in keyof DocumentHead]: string } = {};
  for (const part of own?.split('|') ?? []) {
    const key = KEYS.find((k) => part.startsWith(`${k}=`));
    if (key) head[key] = unescapeOdd(part.slice(key.length + 1), IN_HEAD_CELLS);
  }
  return head;
}

/** The key and value of a comment that heads a document; undefined for any other line. */
export function headOfComment(
  line: string,
): { readonly key: (typeof KEYS)[number]; readonly value: string } | undefined {
  const match = /^# ?(newdoc(?: id)?|language|annotator|tokens) ?(?:= ?(.*))?$/su.exec(line);
  if (!match) return undefined;
  const key = KEYS.find((k) => k === match[1]) ?? 'name';
  return { key, value: unescapeOdd(match[2] ?? '', IN_COMMENTS) };
}

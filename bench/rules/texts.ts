import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ArticleSource, Sentence } from './damage.ts';
import type { Random } from './random.ts';

/** A sentence of NTREX. The same `id` is the same sentence in every language. */
export interface Row {
  readonly document: string;
  readonly id: number;
  readonly text: string;
}

/** The clean text: by language, the sentences of the documents, in order. */
export interface Texts {
  readonly languages: readonly string[];
  rows(language: string): readonly Row[];
  /** The documents of a language, each with its sentences in order. */
  documents(language: string): readonly (readonly Row[])[];
  translation(language: string, id: number): string | undefined;
}

/** Sentences in a pseudo-article. */
export const LENGTH = 15;
/** Shorter pieces of a document are no article. */
const SHORTEST = 6;

/** The folder of NTREX files beside the project or above it; undefined where there is none. */
export function textFolder(): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'shared/bench/ntrex');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Reads `<language>.jsonl` files of `{document, sentence, text}`. */
export function readTexts(folder: string): Texts {
  const all = new Map<string, Row[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
    const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    const rows = lines.map((line) => {
      const { document, sentence, text } = JSON.parse(line);
      return { document, id: sentence, text: text.trim() };
    });
    all.set(basename(file, '.jsonl'), rows);
  }
  const byId = new Map(
    [...all].map(([language, rows]) => [language, new Map(rows.map((r) => [r.id, r.text]))]),
  );
  const rows = (language: string) => all.get(language) ?? [];
  return {
    languages: [...all.keys()].sort(),
    rows,
    documents: (language) => [...Map.groupBy(rows(language), (row) => row.document).values()],
    translation: (language, id) => byId.get(language)?.get(id),
  };
}

/** A sentence with what an operator may take from around it. */
export function sentenceOf(
  texts: Texts,
  language: string,
  document: readonly Row[],
  at: number,
  random: Random,
): Sentence {
  const row = document[at];
  const rows = texts.rows(language);
  return {
    text: row?.text ?? '',
    language,
    next: document[at + 1]?.text,
    elsewhere: () => {
      const from = random.below(rows.length);
      const other = [...rows.slice(from), ...rows.slice(0, from)].find((r) => r.document !== row?.document);
      return other?.text ?? '';
    },
    translation: (other) => (row ? texts.translation(other, row.id) : undefined),
  };
}

/** A pseudo-article and the sentences that it is made of. */
export interface PseudoArticle {
  readonly source: ArticleSource;
  readonly rows: readonly Row[];
}

/** Articles of at most 15 consecutive sentences of one document. */
export function pseudoArticles(texts: Texts, language: string, random: Random): PseudoArticle[] {
  const documents = texts.documents(language);
  return documents.flatMap((document, d) => {
    const other = documents[(d + 1 + random.below(documents.length - 1)) % documents.length];
    const made: PseudoArticle[] = [];
    for (let from = 0; from < document.length; from += LENGTH) {
      const rows = document.slice(from, from + LENGTH);
      if (rows.length < SHORTEST) continue;
      const lines = rows.map((row) => row.text);
      made.push({
        source: { language, lines, hasTitle: from === 0, otherTitle: other?.[0]?.text ?? '' },
        rows,
      });
    }
    return made;
  });
}

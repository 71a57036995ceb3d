import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Random, randomOf } from '../rules/random.ts';
import { readTexts, textFolder } from '../rules/texts.ts';
import { isUnspaced } from './operators/places.ts';

/** An article and its language. */
export interface Article {
  readonly language: string;
  readonly text: string;
}

/** All articles by language, and what edits draw on. */
export interface Articles {
  readonly languages: readonly string[];
  of(language: string): readonly Article[];
}

const SEEDS = join(import.meta.dirname, '../../seeds/articles');

/**
 * The project's sample articles, those of `shared/seeds` and the documents of `shared/bench/ntrex` where they are
 * there: sentences set in paragraphs of one to four, under a line of their own.
 */
export function readArticles(): Articles {
  const byLanguage = new Map<string, Article[]>();
  const add = (language: string, text: string) => {
    const list = byLanguage.get(language) ?? [];
    byLanguage.set(language, list);
    list.push({ language, text });
  };
  for (const language of readdirSync(SEEDS)) {
    for (const file of textFiles(join(SEEDS, language))) add(language, readText(file));
  }
  const folder = textFolder();
  if (folder !== undefined) {
    for (const file of textFiles(join(dirname(dirname(folder)), 'seeds'))) add('id', readText(file));
    const texts = readTexts(folder);
    for (const language of texts.languages) {
      texts.documents(language).forEach((rows, at) => {
        add(
          language,
          paragraphs(
            rows.map((row) => row.text),
            language,
            randomOf(language, at),
          ),
        );
      });
    }
  }
  return { languages: [...byLanguage.keys()].sort(), of: (language) => byLanguage.get(language) ?? [] };
}

function paragraphs(sentences: readonly string[], language: string, random: Random): string {
  const lines: string[] = [];
  let rest = sentences;
  while (rest.length > 0) {
    const size = lines.length === 0 ? 1 : 1 + random.below(4);
    lines.push(rest.slice(0, size).join(isUnspaced(language) && language !== 'th' ? '' : ' '));
    rest = rest.slice(size);
  }
  return `${lines.join(random.below(2) === 0 ? '\n' : '\n\n')}\n`;
}

function textFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name));
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

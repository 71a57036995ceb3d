import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { randomOf, writeArticles } from '../corpus/articles.mjs';

const LABELS = ['PER', 'ORG', 'GPE', 'LOC', 'EVENT'];

/** What a made-up corpus has. */
export interface MadeUpCorpus {
  /** Of the articles; sidecars not counted. */
  readonly bytes: number;
  readonly annotations: number;
}

/**
 * Writes made-up articles of about 3 kB with tags on `perArticle` of their words, as sidecars of the present revision,
 * and a project file; `language`: what the project declares, `auto` to have it identified.
 */
export function writeCorpus(
  folder: string,
  articles: number,
  perArticle: number,
  { language, commonWords }: { readonly language: string; readonly commonWords: string },
): MadeUpCorpus {
  const bytes = writeArticles(folder, articles, commonWords);
  const random = randomOf(11);
  let annotations = 0;
  for (const sub of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, sub))) {
      const text = readFileSync(join(folder, sub, name), 'utf8');
      const tags = tagsOf(text, perArticle, random);
      annotations += tags.length;
      writeFileSync(join(folder, sub, `${name}.ann.json`), sidecarOf(tags));
    }
  }
  writeFileSync(join(folder, 'pressmark.json'), `${JSON.stringify({ language })}\n`);
  return { bytes, annotations };
}

/** Lines of a sidecar, in its order. The texts have no characters beyond the first plane, so units are code points. */
function tagsOf(text: string, count: number, random: () => number): string[] {
  const rev = revisionOf(text);
  const words = [...text.matchAll(/\p{L}+/gu)];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, words.length)) chosen.add(Math.floor(random() * words.length));
  return [...chosen]
    .sort((a, b) => a - b)
    .map((at) => {
      const word = words[at];
      const start = word?.index ?? 0;
      const end = start + (word?.[0].length ?? 0);
      const tail = Math.floor(random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
      return JSON.stringify({
        id: `${String(start).padStart(8, '0')}-${tail}`,
        start,
        end,
        label: LABELS[Math.floor(random() * LABELS.length)],
        text: text.slice(start, end),
        before: text.slice(Math.max(0, start - 32), start),
        after: text.slice(end, end + 32),
        rev,
      });
    });
}

function sidecarOf(lines: readonly string[]): string {
  return `{\n"pressmark":1,\n"annotations":[\n${lines.map((line) => `${line},\n`).join('')}null\n]}\n`;
}

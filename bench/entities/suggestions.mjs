/**
 * Names that nothing knows, suggested by their capitals and the words beside them, names with a damaged letter, and dates:
 * `npx node bench/entities/suggestions.mjs [--list id:0-20]`. On the annotated articles that stand beside the project, with
 * the built-in territories alone, how many suggestions are right, span and label; with `--list` those in clean text (NTREX
 * documents of a language, from–to) to be read by eye.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NEVER_CANCELLED } from '../../server/src/service/ports.ts';
import { suggestionsOf } from '../../server/src/service/suggesting/suggestions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { goldArticles } from '../../test/support/goldEntities.ts';
import { MemoryHost } from '../../test/support/lsp/memoryHost.ts';

const FOLDER = 'file:///corpus';
const root = join(import.meta.dirname, '../..');

/** Suggestions that are not known names, in texts by path. */
async function guesses(files, language) {
  const host = new MemoryHost();
  host.write(`${FOLDER}/pressmark.json`, JSON.stringify({ language }));
  for (const [path, text] of files) host.write(`${FOLDER}/${path}`, text);
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  const found = [];
  let milliseconds = 0;
  for (const [path] of files) {
    const article = await workspace.article(`${FOLDER}/${path}`);
    const start = performance.now();
    const all = await suggestionsOf(workspace, article, NEVER_CANCELLED);
    milliseconds += performance.now() - start;
    found.push({ article, all });
  }
  return { found, milliseconds };
}

async function onGold() {
  const articles = goldArticles(root);
  if (!articles) {
    console.log('the annotated articles are not beside this copy of the project');
    return;
  }
  console.log('article  source   suggested  right  span only  neither  precision');
  for (const gold of articles) {
    const { found } = await guesses([[gold.file, gold.text]], gold.language);
    for (const source of ['near', 'unknown', 'date']) {
      const counts = { right: 0, span: 0, neither: 0 };
      for (const { article, all } of found)
        for (const s of all.filter((one) => one.source === source)) {
          const { offsets } = article;
          const same = gold.entities.filter(
            (e) => e.start === offsets.toCodePoint(s.start) && e.end === offsets.toCodePoint(s.end),
          );
          if (same.some((e) => e.types.includes(s.label))) counts.right++;
          else counts[same.length > 0 ? 'span' : 'neither']++;
        }
      const sum = counts.right + counts.span + counts.neither;
      const share = sum === 0 ? '–' : `${((100 * counts.right) / sum).toFixed(1)} %`;
      console.log(
        `${gold.file.slice(0, 3).padEnd(8)} ${source.padEnd(8)} ${String(sum).padStart(9)} ${String(counts.right).padStart(6)} ${String(counts.span).padStart(10)} ${String(counts.neither).padStart(8)}  ${share}`,
      );
    }
    const all = found.flatMap((one) => one.all.filter(({ source }) => source === 'date'));
    const { offsets } = found[0].article;
    const dates = gold.entities.filter((e) => e.types.includes('DATE') && e.required);
    const isFound = (e) =>
      all.some((s) => offsets.toCodePoint(s.start) === e.start && offsets.toCodePoint(s.end) === e.end);
    console.log(`         dates that must be found: ${dates.filter(isFound).length} of ${dates.length}`);
  }
}

function ntrex(language, from, to) {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, `shared/bench/ntrex/${language}.jsonl`);
    if (existsSync(file)) {
      const documents = new Map();
      for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
        const { document, text } = JSON.parse(line);
        documents.set(document, `${documents.get(document) ?? ''}${text.trim()}\n`);
      }
      return [...documents].slice(from, to).map(([name, text]) => [`${name}.txt`, text]);
    }
    if (folder === dirname(folder)) return [];
  }
}

await onGold();
const list = process.argv[process.argv.indexOf('--list') + 1];
const asked = process.argv.includes('--list') ? /^(\w+):(\d+)-(\d+)$/.exec(list ?? '') : undefined;
if (asked) {
  const [, language, from, to] = asked;
  const files = ntrex(language, Number(from), Number(to));
  const { found, milliseconds } = await guesses(files, language);
  let count = 0;
  for (const { article, all } of found) {
    const told = new Set();
    for (const { start, end, label, score, source } of all.filter((s) => s.source !== 'entity')) {
      count++;
      const words = article.text.slice(start, end);
      if (told.has(words)) continue;
      told.add(words);
      const around = `${article.text.slice(Math.max(0, start - 30), start)}[]${article.text.slice(end, end + 20)}`;
      console.log(
        `${source.padEnd(8)} ${label.padEnd(5)} ${score.toFixed(2)} ${words}\t${around.replaceAll('\n', '¶')}`,
      );
    }
  }
  console.log(`${count} suggestions in ${files.length} documents, ${milliseconds.toFixed(0)} ms`);
}

/**
 * Writes the tables of docs/formats/README.md, of what each format can hold, from what the formats themselves declare:
 * `npx node scripts/formatPages.mjs`. A test holds that they are current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HELD } from '../server/src/core/formats/held.ts';
import { FORMATS } from '../server/src/core/formats/registry.ts';
import { ROOT, runAsMain } from './project.mjs';

const PAGE = join(ROOT, 'docs/formats/README.md');
const BEGIN = '<!-- written by scripts/formatPages.mjs -->\n';
const END = '<!-- end -->\n';

const MARKS = { kept: '●', changed: '◐', dropped: '–' };

/** Pages that several formats share, or whose name is another one. */
const PAGES = {
  'spacy-doc': 'spacy',
  xmi: 'uima',
  'cas-json': 'uima',
  parquet: 'huggingface',
  gate: 'gate',
  yedda: 'inline',
};

/**
 * @param {string} page the text of docs/formats/README.md
 * @returns {string} the page with the tables that the formats need
 */
export function withTables(page) {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/formats/README.md has no place for its tables');
  return page.slice(0, begin) + BEGIN + tables() + page.slice(end);
}

function tables() {
  const rows = FORMATS.map((f) => [
    link(f),
    `\`${f.name}\``,
    [f.read ? 'read' : '', f.open ? 'write' : ''].filter(Boolean).join(', '),
    f.layout === 'article' ? 'a file per article' : 'one file',
    f.endings.map((e) => `\`${e}\``).join(' '),
  ]);
  const held = HELD.map(({ key, title }) => [title, ...FORMATS.map((f) => MARKS[f.holds[key]])]);
  return [
    '\n',
    table(['Format', 'Name', 'Pressmark can', 'Files', 'Endings'], rows),
    '\n',
    '● whole, ◐ in part or in another form, – not at all:\n\n',
    table(['', ...FORMATS.map((f) => `\`${f.name}\``)], held),
    '\n',
  ].join('');
}

function link({ name, title }) {
  const page = `${PAGES[name] ?? name}.md`;
  return existsSync(join(ROOT, 'docs/formats', page)) ? `[${title}](${page})` : title;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

await runAsMain(import.meta.url, () => {
  writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
});

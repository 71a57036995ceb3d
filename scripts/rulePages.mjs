/**
 * Writes the section "Options" of the rules' pages in docs/rules from what the rules declare:
 * `npx node scripts/rulePages.mjs`. A test holds that the pages are current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../server/src/core/checks/catalogue.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../docs/rules');
const HEADING = '## Options\n';
const NEXT = '## If it does not suit your corpus\n';

/**
 * @param {string} page the text of a rule's page
 * @param {import('../server/src/core/checks/rule.ts').Rule} rule
 * @returns {string} the page with the section that the rule's options need, before its last section
 */
export function withOptions(page, rule) {
  const start = page.indexOf(HEADING);
  const next = page.indexOf(NEXT);
  if (next < 0) throw new Error(`the page of ${rule.code} has no section "${NEXT.trim()}"`);
  const before = page.slice(0, start < 0 || start > next ? next : start);
  return before + optionsSection(rule) + page.slice(next);
}

function optionsSection({ code, options = [] }) {
  const [first] = options;
  if (!first) return '';
  const example = JSON.stringify({ options: { [first.name]: first.default } })
    .replaceAll(/([{}:,])(?=["{[\d}]|true|false)/g, '$1 ')
    .replace(/(?<=[^ ])}/g, ' }');
  const rows = options.map((option) =>
    row([`\`${option.name}\``, kindOf(option), defaultOf(option), option.description]),
  );
  return [
    `${HEADING}\nUnder \`"rules"\` in \`pressmark.json\`, for example \`"${code}": ${example}\`:\n`,
    '| Option | Type | Default | What it does |',
    '| --- | --- | --- | --- |',
    ...rows,
    '\n',
  ].join('\n');
}

function kindOf(option) {
  switch (option.type) {
    case 'number':
      return `${option.whole ? 'whole number' : 'number'}, ${option.least} to ${option.most}`;
    case 'boolean':
      return '`true` or `false`';
    case 'words':
      return 'list of words';
  }
}

function defaultOf({ default: value }) {
  if (!Array.isArray(value)) return `\`${value}\``;
  return value.length === 0 ? 'none' : value.map((word) => `\`${word}\``).join(', ');
}

function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const rule of CATALOGUE) {
    const path = join(FOLDER, `${rule.code}.md`);
    const page = readFileSync(path, 'utf8');
    const wanted = withOptions(page, rule);
    if (wanted !== page) writeFileSync(path, wanted);
  }
}

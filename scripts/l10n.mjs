/**
 * What a person can read and in which languages: `node scripts/l10n.mjs` lists the sentences of client and server that
 * the bundles in l10n/ lack, and those that nothing says any more. `--prune` removes the latter. Exits 1 where any lack.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runAsMain } from './project.mjs';

/** The languages besides English. */
export const LANGUAGES = ['id', 'vi'];

// A call of l10n.t or msg with a literal: the quote, and everything up to the same quote unescaped.
const CALL = /\b(?:l10n\.t|msg)\(\s*(['"`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/g;

/** @returns {string[]} the English templates in a source text, as they are at run time */
export function templatesIn(source) {
  return [...source.matchAll(CALL)].map(([, , body]) =>
    body.replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|([\s\S]))/gi, (_, long, short, one) =>
      one === undefined ? String.fromCodePoint(Number.parseInt(long ?? short, 16)) : one === 'n' ? '\n' : one,
    ),
  );
}

/** @returns {Map<string, string>} every template of client and server, with the first file that says it */
export function allTemplates() {
  const found = new Map();
  for (const folder of ['client/src', 'server/src']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true }).sort()) {
      if (!entry.endsWith('.ts')) continue;
      const file = join(folder, entry);
      for (const template of templatesIn(readFileSync(join(ROOT, file), 'utf8')))
        if (!found.has(template)) found.set(template, file);
    }
  }
  return found;
}

const bundlePath = (language) => join(ROOT, `l10n/bundle.l10n.${language}.json`);

/** @returns {Record<string, string>} translations by English template */
export function readBundle(language) {
  return JSON.parse(readFileSync(bundlePath(language), 'utf8'));
}

async function main() {
  const templates = allTemplates();
  let missing = 0;
  for (const language of LANGUAGES) {
    const bundle = readBundle(language);
    for (const [template, file] of templates) {
      if (Object.hasOwn(bundle, template)) continue;
      missing++;
      console.log(`${language} lacks  ${JSON.stringify(template)}  (${file})`);
    }
    const unused = Object.keys(bundle).filter((template) => !templates.has(template));
    for (const template of unused) console.log(`${language} unused ${JSON.stringify(template)}`);
    if (process.argv.includes('--prune') && unused.length > 0) {
      const kept = Object.entries(bundle).filter(([template]) => templates.has(template));
      writeFileSync(bundlePath(language), `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
    }
  }
  console.log(`${templates.size} sentences, ${missing} translations missing`);
  process.exitCode = missing > 0 ? 1 : 0;
}

await runAsMain(import.meta.url, main);

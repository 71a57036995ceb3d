import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allTemplates, LANGUAGES, readBundle, templatesIn } from '../../scripts/l10n.mjs';

const root = join(import.meta.dirname, '../..');
const templates = allTemplates();

/** `{0}`, `{1}` … of a sentence, sorted, each once. */
function holes(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}

describe('extraction', () => {
  it('reads literals in every kind of quote, as they are at run time', () => {
    const source = `msg('It\\u2019s', 1); l10n.t("a \\"b\\""); vscode.l10n.t(\n  'next line',\n); msg(\`\\u{1f600}\`)`;
    expect(templatesIn(source)).toEqual(['It’s', 'a "b"', 'next line', '😀']);
  });

  it('finds no call without a literal, which could not be translated', () => {
    const odd: string[] = [];
    for (const folder of ['client/src', 'server/src']) {
      for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!entry.endsWith('.ts') || entry.endsWith('core/message.ts')) continue;
        const source = readFileSync(join(root, folder, entry), 'utf8');
        const calls = source.match(/(?<!function )\b(?:l10n\.t|msg)\(/g)?.length ?? 0;
        const pasted = /\b(?:l10n\.t|msg)\(\s*(['"`])(?:\\[\s\S]|(?!\1)[^\\])*\1\s*\+/.test(source);
        if (calls !== templatesIn(source).length || pasted) odd.push(join(folder, entry));
      }
    }
    expect(odd).toEqual([]);
  });
});

describe.each(LANGUAGES)('sentences in %s', (language) => {
  const bundle = readBundle(language);

  it('are all there: else run node scripts/l10n.mjs', () => {
    const missing = [...templates.keys()].filter((template) => !Object.hasOwn(bundle, template));
    expect(missing).toEqual([]);
  });

  it('are all still said', () => {
    expect(Object.keys(bundle).filter((template) => !templates.has(template))).toEqual([]);
  });

  it('have the arguments of the English ones', () => {
    const odd = Object.entries(bundle).filter(
      ([english, own]) => own.trim() === '' || holes(english).join() !== holes(own).join(),
    );
    expect(odd).toEqual([]);
  });
});

describe.each(LANGUAGES)('the manifest in %s', (language) => {
  const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const english = read('package.nls.json');
  const own = read(`package.nls.${language}.json`);

  it('has the keys of the English one, and all that package.json names', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    const named = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)].map(
      ([, key]) => key,
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(english).sort());
  });

  it('leads to the same commands', () => {
    const links = (text: string) => (text.match(/\(command:[\w.]+\)/g) ?? []).sort();
    for (const [key, text] of Object.entries(english))
      expect(links(own[key] ?? ''), key).toEqual(links(text));
  });

  it('has a translation of every walkthrough page', () => {
    const pages = readdirSync(join(root, 'media/walkthrough')).filter((name) => /^\w+\.md$/.test(name));
    const translated = readdirSync(join(root, 'media/walkthrough'));
    for (const page of pages) expect(translated).toContain(page.replace('.md', `.nls.${language}.md`));
  });
});

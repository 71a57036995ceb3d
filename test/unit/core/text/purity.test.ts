import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { languageData } from './language/data.ts';

const CORE = new URL('../../../../server/src/core/text/', import.meta.url);

describe('core/text', () => {
  it('runs where there is nothing but the language: no Buffer, TextEncoder, URL or process', async () => {
    const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const contents = files.map((name) => `export * from './${name}';`).join('\n');
    const bundle = await build({
      stdin: { contents, resolveDir: CORE.pathname, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'text',
      platform: 'neutral',
      mainFields: ['module', 'main'],
    });
    const { eld, fasttext, words } = await languageData();
    const context = createContext({ data: { eld, fasttext }, words });
    runInContext(bundle.outputFiles[0]?.text ?? '', context);
    const result: unknown = runInContext(
      `const common = text.readCommonWords(words);
       const both = text.createIdentifier(data, common);
       const [placed] = text.splitArticle('Satu dua. Tiga empat.', new text.ParagraphCache());
       JSON.stringify([
         typeof Buffer + typeof TextEncoder + typeof process,
         text.revisionOf('satu\\n'),
         new text.TextOffsets('a\\r\\nb').position(3),
         placed.paragraph.sentences('id').length,
         both.foreign('The council will repair the road next year.', 'id').language,
       ])`,
      context,
    );
    expect(JSON.parse(String(result))).toEqual([
      'undefinedundefinedundefined',
      expect.stringMatching(/^[0-9a-f]{12}$/),
      { line: 2, column: 1 },
      2,
      'en',
    ]);
  });

  it('loads no file of another layer', () => {
    for (const name of readdirSync(CORE, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      expect(readFileSync(new URL(name, CORE), 'utf8')).not.toMatch(/from '(?:node:|vscode)/);
    }
  });
});

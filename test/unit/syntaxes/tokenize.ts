import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = join(import.meta.dirname, '../../..');
const grammars: Record<string, string> = {
  'text.news': 'syntaxes/article.tmLanguage.json',
  'source.pressmark-sidecar': 'syntaxes/sidecar.tmLanguage.json',
  'text.pressmark-tagged': 'syntaxes/tagged.tmLanguage.json',
};

/** The pieces of a text that have a scope beginning with `scope`, as the engine of VS Code tells them apart. */
export async function scopedPieces(scopeName: string, text: string, scope: string): Promise<string[]> {
  const grammar = await load(scopeName);
  let state = textmate.INITIAL;
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    let joined: string | undefined;
    for (const token of tokens) {
      const inside = token.scopes.some((name) => name.split(' ').some((one) => one.startsWith(scope)));
      if (inside) joined = (joined ?? '') + line.slice(token.startIndex, token.endIndex);
      if (!inside && joined !== undefined) pieces.push(joined);
      if (!inside) joined = undefined;
    }
    if (joined !== undefined) pieces.push(joined);
  }
  return pieces;
}

let loaded: Promise<textmate.Registry> | undefined;

async function load(scopeName: string): Promise<textmate.IGrammar> {
  loaded ??= registry();
  const grammar = await (await loaded).loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar ${scopeName}.`);
  return grammar;
}

async function registry(): Promise<textmate.Registry> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => createOnigScanner(sources),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: async (name) => {
      const file = grammars[name];
      return file === undefined
        ? null
        : textmate.parseRawGrammar(readFileSync(join(root, file), 'utf8'), file);
    },
  });
}

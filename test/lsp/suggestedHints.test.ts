import { afterEach, describe, expect, it } from 'vitest';
import { type InlayHint, InlayHintRequest } from 'vscode-languageserver-protocol/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { sidecarOf } from '../support/agreementCorpus.ts';
import { TestClient } from '../support/lsp/client.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE = 'Para warga Prancis tiba di sini.\n';
const FILES = {
  'a.txt': ARTICLE,
  'pressmark.json': '{"language":"id"}',
};

let client: TestClient;
afterEach(() => client.stop());

async function hints(
  options: InitializationOptions,
  files: Readonly<Record<string, string>> = FILES,
): Promise<InlayHint[]> {
  client = await TestClient.start(VSCODE, files, options);
  await client.open('a.txt');
  const all = await client.connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri: client.uri('a.txt') },
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  });
  return all ?? [];
}

describe('suggestions as inline tags', () => {
  it('stand behind their words with how sure they are, why, and what to do', async () => {
    const [hint, ...others] = await hints({ inlineTags: 'all' });
    expect(others).toEqual([]);
    expect(hint?.label).toMatch(/^GPE\? 0\.\d\d$|^GPE\? 1\.00$/);
    expect(hint?.position).toEqual({ line: 0, character: ARTICLE.indexOf('Prancis') + 'Prancis'.length });
    expect(hint?.tooltip).toContain('This is a name of France');
    expect(hint?.tooltip).toContain('Ctrl+.');
  });

  it('are left out where only labels are wanted, or the client draws them', async () => {
    expect(await hints({ inlineTags: 'labels' })).toEqual([]);
    await client.stop();
    expect(await hints({ inlineTags: 'all', drawsSuggestions: true })).toEqual([]);
  });

  it('make way for a tag', async () => {
    const tagged = { ...FILES, 'a.txt.ann.json': sidecarOf(ARTICLE, [['Prancis', 'ORG']]) };
    expect((await hints({ inlineTags: 'all' }, tagged)).map((h) => h.label)).toEqual(['ORG']);
  });

  it('come from a batch too, as long as they stand in the article', async () => {
    const layer = sidecarOf(ARTICLE, [['warga', 'NORP']], { done: false }).replace(
      '"rev":',
      '"score":0.8,"rev":',
    );
    const files = { ...FILES, 'a.txt.suggested.ann.json': layer };
    expect((await hints({ inlineTags: 'all' }, files)).map((h) => h.label)).toContain('NORP? 0.80');
  });
});

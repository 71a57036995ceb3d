import { afterEach, describe, expect, it } from 'vitest';
import { BlameRequest, ChangesRequest } from '../../server/src/lsp/protocol/changes.ts';
import { CommentsRequest } from '../../server/src/lsp/protocol/comments.ts';
import { PeopleRequest } from '../../server/src/lsp/protocol/people.ts';
import {
  AnnotationsRequest,
  CorpusRequest,
  type InitializationOptions,
  ServerCommand,
} from '../../server/src/lsp/protocol.ts';
import { TestClient } from '../support/lsp/client.ts';
import { historyOf } from '../support/lsp/memoryHistory.ts';
import { VSCODE } from '../support/lsp/profiles.ts';

const ARTICLE = 'Delegasi Taliban tiba di Moskow.\nMereka pulang.\u200b Sore itu hujan.\n';
const REV = '0123456789ab';
const sidecarOf = (...lines: object[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${lines.map((l) => `${JSON.stringify(l)},\n`).join('')}null\n]}\n`;
const place = (start: number, text: string) => ({
  start,
  end: start + text.length,
  text,
  before: ARTICLE.slice(Math.max(0, start - 32), start),
  after: ARTICLE.slice(start + text.length, start + text.length + 32).replace('\u200b', '\u200b'),
  rev: REV,
});
const span = (id: string, start: number, text: string, label: string) => ({
  id,
  ...place(start, text),
  label,
  note: 'SECRET',
});
/** What everybody but ana says: each line has a word that no answer may hold. */
const OTHERS = {
  'a.txt.budi.ann.json': sidecarOf(
    span('00000009-secret', 9, 'Taliban', 'FAC'),
    { ...span('00000012-secret', 12, 'zzz', 'FAC'), text: 'SECRET words that are gone' },
    { id: '00000047-secret', rule: 'encoding/zero-width', ...place(47, '\u200b'), verdict: 'dismissed' },
    { id: '00000050-secret', ref: 'ana:00000025-aaaaaa', comment: 'SECRET comment', was: REV },
    { id: 'status', status: 'done', rev: REV },
  ),
  'a.txt.gold.ann.json': sidecarOf(span('00000009-secret', 9, 'Taliban', 'FAC')),
  'a.txt.ann.json': sidecarOf(span('00000009-secret', 9, 'Taliban', 'FAC')),
};
const OWN = sidecarOf({ ...span('00000025-aaaaaa', 25, 'Moskow', 'GPE'), note: 'mine' });
const FORBIDDEN = /secret|"FAC"|FAC ·|· FAC|budi|gold/i;

let client: TestClient;
afterEach(() => client.stop());

async function started(blind: boolean, options: InitializationOptions): Promise<void> {
  const project = {
    annotators: ['ana', 'budi'],
    blind,
    labels: [{ name: 'GPE' }, { name: 'ORG' }, { name: 'FAC' }],
  };
  const files = {
    'a.txt': ARTICLE,
    'b.txt': 'Taliban lagi.\n',
    'pressmark.json': JSON.stringify(project),
    'a.txt.ana.ann.json': OWN,
    ...OTHERS,
  };
  client = await TestClient.start(VSCODE, files, { inlineTags: 'all', ...options });
  client.host.history = historyOf({
    base: async () => 'HEAD',
    changed: async () => Object.keys(files).map((name) => ({ is: client.uri(name) })),
    blame: async (uri) =>
      (client.host.text(uri) ?? '')
        .split('\n')
        .map(() => ({ author: 'budi', time: '2026-01-01T00:00:00Z', summary: 's' })),
  });
  await client.open('a.txt');
}

/** Every answer about the article that does not ask for others in so many words, by what was asked. */
async function answers(): Promise<Record<string, unknown>> {
  const ask = (method: string, params: object) => client.connection.sendRequest<unknown>(method, params);
  const textDocument = { uri: client.uri('a.txt') };
  const position = client.rangeOf('a.txt', 'Taliban').start;
  const range = client.rangeOf('a.txt', 'Taliban');
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  await client.execute(ServerCommand.checkCorpus);
  return {
    hover: await ask('textDocument/hover', { textDocument, position }),
    hints: await ask('textDocument/inlayHint', { textDocument, range: whole }),
    outline: await ask('textDocument/documentSymbol', { textDocument }),
    symbols: await ask('workspace/symbol', { query: '' }),
    references: await ask('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: true },
    }),
    problems: await client.pull('a.txt'),
    theirs: await client.pull('a.txt.budi.ann.json'),
    all: await ask('workspace/diagnostic', { previousResultIds: [] }),
    actions: (await client.codeActions('a.txt', range)).filter((a) => !a.title.startsWith('Tag as')),
    annotations: await ask(AnnotationsRequest, { uri: textDocument.uri }),
    corpus: await ask(CorpusRequest, {}),
    comments: await ask(CommentsRequest, { uri: textDocument.uri }),
    changes: await ask(ChangesRequest, { folder: client.uri('').slice(0, -1), against: 'HEAD' }),
    blame: await ask(BlameRequest, { uri: textDocument.uri, position }),
    precision: await client.execute(ServerCommand.rulePrecision),
  };
}

describe('annotating blind', () => {
  it.each([
    ['the project asks for it', true, {}],
    ['the annotator does', false, { blind: true }],
  ])('shows nothing of what others have said: %s', async (_, blind, options) => {
    await started(blind, { annotator: 'ana', ...options });
    expect(await client.connection.sendRequest(PeopleRequest, { uri: client.uri('a.txt') })).toMatchObject({
      blind: true,
    });
    const got = await answers();
    for (const [what, answer] of Object.entries(got)) {
      expect(JSON.stringify(answer) ?? '', what).not.toMatch(FORBIDDEN);
    }
    expect(got.annotations).toMatchObject([{ text: 'Moskow', label: 'GPE' }]);
    expect(got.corpus).toMatchObject([{ annotations: 1, progress: [] }, { annotations: 0 }]);
    expect(got.outline).toMatchObject([{ name: 'Moskow' }]);
    // What budi dismissed is still a finding to ana, and counts as an open one.
    expect(got.problems).toMatchObject([{ code: 'encoding/zero-width' }]);
  });

  it('shows nothing of anybody to somebody who is none of the annotators', async () => {
    await started(true, {});
    for (const [what, answer] of Object.entries(await answers())) {
      expect(JSON.stringify(answer) ?? '', what).not.toMatch(/secret|"FAC"|budi|gold|"mine"/i);
    }
  });

  it('is off where nobody asks for it: then everything is shown', async () => {
    await started(false, { annotator: 'ana' });
    const got = await answers();
    expect(JSON.stringify(got.hover)).toContain('SECRET');
    expect(JSON.stringify(got.outline)).toContain('FAC');
    expect(got.annotations).toHaveLength(4);
    expect(got.corpus).toMatchObject([{ progress: [{ annotator: 'budi', state: 'done' }] }, {}]);
    expect(JSON.stringify(got.comments)).toContain('SECRET comment');
  });

  it('lets everybody tag what others have tagged already', async () => {
    await started(true, { annotator: 'ana' });
    await client.pick('a.txt', client.rangeOf('a.txt', 'Taliban'), 'Tag as FAC');
    expect(client.host.text(client.uri('a.txt.ana.ann.json'))).toContain('"label":"FAC","text":"Taliban"');
    expect(client.host.text(client.uri('a.txt.budi.ann.json'))).toBe(OTHERS['a.txt.budi.ann.json']);
  });
});

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Article } from '../../../server/src/service/articles.ts';
import { folderProblems } from '../../../server/src/service/folderProblems.ts';
import { NEVER_CANCELLED } from '../../../server/src/service/ports.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { FOLDER } from '../../support/lsp/client.ts';
import { MemoryHost } from '../../support/lsp/memoryHost.ts';

const TARGET = `${FOLDER}/id/a.txt`;
const SOURCE = `${FOLDER}/en/a.txt`;
const INDONESIAN = 'Jembatan baru itu dibuka oleh wali kota pada hari Minggu.';
const PROJECT = { folders: [{ path: 'id', language: 'id', translationOf: 'en' }] };

function workspaceOf(host: MemoryHost, open = new Map<string, TextDocument>()): Workspace {
  const workspace = new Workspace(host, { get: (uri) => open.get(uri), all: () => [...open.values()] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  return workspace;
}

function corpus(source: string | undefined, project: unknown = PROJECT): MemoryHost {
  const host = new MemoryHost();
  host.write(`${FOLDER}/pressmark.json`, JSON.stringify(project));
  host.write(TARGET, `${INDONESIAN}\nThank you.\n`);
  if (source !== undefined) host.write(SOURCE, source);
  return host;
}

/** What is found untranslated in the target. */
async function left(workspace: Workspace): Promise<string[]> {
  const article = await workspace.article(TARGET);
  const findings = (await article?.findings(NEVER_CANCELLED)) ?? [];
  return findings
    .filter(({ rule }) => rule === 'untranslated/sentence')
    .map(({ start, end }) => article?.text.slice(start, end) ?? '');
}

test('a sentence that the source article has was left untranslated', async () => {
  expect(await left(workspaceOf(corpus('The bridge opened. Thank you.')))).toEqual(['Thank you.']);
  expect(await left(workspaceOf(corpus('The bridge opened. Thanks.')))).toEqual([]);
  expect(await left(workspaceOf(corpus(undefined)))).toEqual([]);
});

test('the folder says which language its articles should be in', async () => {
  const workspace = workspaceOf(corpus('The bridge opened.'));
  const article = await workspace.article(TARGET);
  expect(article).toBeInstanceOf(Article);
  expect(article?.languageKnown).toMatchObject({ language: 'id', declared: true });
  expect((await workspace.article(SOURCE))?.languageKnown).toMatchObject({ language: 'en', declared: false });
});

test('what is found follows the source article, on the disk and in the editor', async () => {
  const host = corpus('The bridge opened.');
  const open = new Map([
    [TARGET, TextDocument.create(TARGET, 'plaintext', 1, `${INDONESIAN}\nThank you.\n`)],
  ]);
  const workspace = workspaceOf(host, open);
  const before = await workspace.article(TARGET);
  expect(await left(workspace)).toEqual([]);
  expect(await workspace.article(TARGET)).toBe(before);
  host.write(SOURCE, 'The bridge opened. Thank you.');
  expect(await left(workspace)).toEqual([]);
  workspace.articles.sources.changed(SOURCE);
  expect(await left(workspace)).toEqual(['Thank you.']);
  open.set(SOURCE, TextDocument.create(SOURCE, 'plaintext', 1, 'The bridge opened.'));
  expect(await left(workspace)).toEqual([]);
  open.set(SOURCE, TextDocument.create(SOURCE, 'plaintext', 2, 'Thank you.'));
  expect(await left(workspace)).toEqual(['Thank you.']);
});

test('folders that are not there, and articles without a source, are told', async () => {
  const codes = async (host: MemoryHost) => {
    const workspace = workspaceOf(host);
    const problems = await folderProblems(await workspace.projects.of(TARGET), host);
    return problems.map(({ code, severity }) => `${severity} ${code}`);
  };
  expect(await codes(corpus('Text.'))).toEqual([]);
  expect(await codes(corpus(undefined))).toEqual(['warning project/unknown-folder']);
  expect(await codes(corpus('Text.', { folders: [{ path: 'vi' }] }))).toEqual([
    'warning project/unknown-folder',
  ]);
  const host = corpus('Text.');
  host.write(`${FOLDER}/id/b.txt`, INDONESIAN);
  expect(await codes(host)).toEqual(['information project/no-source']);
});

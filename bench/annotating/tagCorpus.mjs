/**
 * Tagging 10,000 mentions in 1,000 articles: milliseconds to list them once the corpus has been read, to tag them, to
 * gather them for the action of a code menu, and to take them back; and the longest stretch of computing between two
 * pauses (processor time, so that what else runs on the machine does not count): that long another request waits.
 * `npx node bench/annotating/tagCorpus.mjs`. The articles are in memory: what a disk takes is not in it.
 */
import { performance } from 'node:perf_hooks';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { carryOut } from '../../server/src/service/annotating/carryOut.ts';
import { mentionPlaces } from '../../server/src/service/annotating/mentionPlaces.ts';
import { undoLast } from '../../server/src/service/annotating/place.ts';
import { tagPlaces } from '../../server/src/service/annotating/tagPlaces.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { MemoryHost } from '../../test/support/lsp/memoryHost.ts';

const ROOT = 'file:///corpus';
const ARTICLES = 1000;
const MENTIONS = 10;

const host = new MemoryHost();
host.write(
  `${ROOT}/entities.jsonl`,
  '{"id":"Q42418","type":"ORG","name":"Taliban","names":{"und":["Taliban"]}}\n',
);
host.write(`${ROOT}/pressmark.json`, '{ "entities": { "files": ["entities.jsonl"] } }');
for (let i = 0; i < ARTICLES; i++) host.write(uriOf(i), article(i));

const workspace = new Workspace(host, {
  get: () => undefined,
  all: () => [],
  changesSince: () => undefined,
});
workspace.client = { ...workspace.client, documentChanges: true, createFiles: true, changeAnnotations: true };
workspace.projects.setWorkspaceFolders([ROOT]);
const run = { cancel: { isCancellationRequested: false }, progress: () => undefined };
const uri = uriOf(0);
const range = { start: { line: 0, character: 9 }, end: { line: 0, character: 16 } };
let [sliceStart, longest] = [0, 0];
const pause = host.pause.bind(host);
host.pause = async () => {
  endSlice();
  await pause();
  sliceStart = computed();
};

const first = await workspace.article(uri);
await timed('read the corpus for mentions', () => workspace.corpus.findMentions(run.cancel));
const found = await timed('list all places', () =>
  mentionPlaces(workspace, { uri, range, where: 'corpus' }, run),
);
const chosen = {
  label: 'ORG',
  entity: 'Q42418',
  articles: found.articles.map(({ uri, rev, places }) => ({ uri, rev, ranges: places.map((p) => p.range) })),
};
const at = { start: first.document.offsetAt(range.start), end: first.document.offsetAt(range.end) };
const intent = { kind: 'tagCorpus', uri, version: first.version, label: 'ORG', ...at };
await timed('gather them for the action', () => carryOut(workspace, intent, run));
const { edit } = await timed('tag them', () => tagPlaces(workspace, chosen, run));
applied(edit);
applied((await timed('take them back', () => undoLast(workspace))).edit);
const places = found.articles.reduce((sum, { places }) => sum + places.length, 0);
console.log(`${places} places in ${found.articles.length} articles`);

function uriOf(i) {
  return `${ROOT}/a${String(i).padStart(4, '0')}.txt`;
}

/** Some 2.5 kB. */
function article(i) {
  const about = (n) => `Delegasi Taliban tiba di ibu kota pada hari ${n} untuk bertemu pejabat setempat.`;
  const other = (n) =>
    `Paragraf lain ${i} ${n} tentang pertemuan itu ditulis panjang oleh wartawan setempat.`;
  return `${[...Array(MENTIONS).keys()].map(about).join('\n')}\n\n${[...Array(18).keys()].map(other).join('\n')}\n`;
}

/** Milliseconds of processor time of this thread. */
function computed() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function endSlice() {
  longest = Math.max(longest, computed() - sliceStart);
}

async function timed(what, work) {
  [sliceStart, longest] = [computed(), 0];
  const start = performance.now();
  const result = await work();
  endSlice();
  const took = performance.now() - start;
  console.log(
    `${what.padEnd(30)} ${took.toFixed(0).padStart(6)} ms; longest stretch ${longest.toFixed(1)} ms`,
  );
  return result;
}

function applied({ documentChanges }) {
  for (const { textDocument, edits } of documentChanges) {
    if (!edits) continue;
    const before = TextDocument.create(textDocument.uri, 'json', 0, host.text(textDocument.uri) ?? '');
    host.write(textDocument.uri, TextDocument.applyEdits(before, edits));
  }
}

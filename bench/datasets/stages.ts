import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { disk, uriOf } from '../../server/src/cli/disk.ts';
import { FORMATS } from '../../server/src/core/formats/registry.ts';
import { blobId } from '../../server/src/disk/blobId.ts';
import { type ExportedLayer, exportedArticle } from '../../server/src/service/datasets/exportArticles.ts';
import type { ExportChoice } from '../../server/src/service/datasets/exportChoice.ts';
import { languageOf, readSource } from '../../server/src/service/datasets/sourceText.ts';
import type { Host } from '../../server/src/service/ports.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const CHOICE: ExportChoice = { layer: 'shared', review: 'drop', empty: 'done', done: false };
const DATA = join(import.meta.dirname, '../../dist/data');

/** Prints how fast each step of an export is by itself, in this process, after a first run to warm up. */
export async function stages(corpus: string, megabytes: number): Promise<void> {
  const host: Host = {
    files: disk,
    blobId,
    data: async (name) => readFileSync(join(DATA, name)),
    now: () => performance.now(),
    pause: () => setImmediate(),
    random: () => Math.random(),
    time: () => '',
    log: (line) => console.error(line),
  };
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([uriOf(corpus)]);
  const uris = (await workspace.corpus.articles()).map((a) => a.uri);
  const [first = ''] = uris;
  const project = await workspace.projects.of(first);
  const layers: ExportedLayer[] = [];
  for (const uri of uris) {
    const article = await exportedArticle(workspace, uri, uri.slice(uriOf(corpus).length + 1), CHOICE);
    if ('layers' in article) layers.push(...article.layers);
  }
  const forget = (uri: string) => workspace.sidecars.forget(`${uri}.ann.json`);
  const steps: [string, (uri: string) => Promise<unknown>][] = [
    ['read the article', (uri) => workspace.texts.read(uri)],
    ['read it, its revision and offsets', (uri) => readSource(workspace, uri, project)],
    [
      'read and parse its sidecars',
      (uri) => workspace.sidecars.layers(uri, project).finally(() => forget(uri)),
    ],
    [
      'all of it: the article with its tags at their places',
      (uri) => exportedArticle(workspace, uri, uri, CHOICE),
    ],
  ];
  console.log('| step, in one process | CPU, s | MB/s of CPU |\n| --- | ---: | ---: |');
  const show = (what: string, started: number) => {
    const seconds = cpuSeconds() - started;
    console.log(`| ${what} | ${seconds.toFixed(2)} | ${(megabytes / seconds).toFixed(0)} |`);
  };
  for (const [what, step] of steps) {
    const started = cpuSeconds();
    for (const uri of uris) await step(uri);
    show(what, started);
  }
  const source = await readSource(workspace, first, project);
  if (source && 'text' in source) {
    const started = cpuSeconds();
    for (let i = 0; i < uris.length; i++) await languageOf(workspace, source);
    show('tell its language, where the project declares it', started);
  }
  for (const format of FORMATS) {
    const options = new Map(format.options.map((o) => [o.name, o.byDefault]));
    const schema = { labels: [], relations: [], documentLabels: [], attributes: [] };
    const writer = format.open?.({ name: 'data', align: 'strict', schema, options });
    if (!writer) continue;
    const started = cpuSeconds();
    for (const { article } of layers) writer.add(article);
    writer.end();
    show(`write ${format.name}`, started);
  }
  console.log('');
}

/** What this process has computed, its collector of garbage included: another busy process does not add to it. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

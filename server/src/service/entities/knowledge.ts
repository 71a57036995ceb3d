import { type Gazetteer, gazetteerOf } from '../../core/entities/gazetteer.ts';
import type { Segment } from '../../core/entities/names/segment.ts';
import { crossProblems, type FileIndex, type LineProblem } from '../../core/entities/sources/fileIndex.ts';
import type { Problem } from '../../core/problem.ts';
import type { Project } from '../../core/project.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Texts } from '../texts.ts';
import { baseName, relativePath } from '../uris.ts';
import type { EntitySegments } from './entitySegments.ts';
import type { EntityFileReport } from './fileSegment.ts';
import { importedSource, loadImported } from './importedNames.ts';
import { placedProblems } from './linePlaces.ts';
import { unlabelledProblems, unlabelledTypes } from './unlabelled.ts';

/** What a project knows of people, places and organisations. */
export interface EntityKnowledge {
  /** Changes with every load: what was found with another key is out of date. */
  readonly key: string;
  readonly gazetteer: Gazetteer;
  readonly files: readonly EntityFileReport[];
  /** What is wrong with what the project file names: places are UTF-16 units of that file. */
  readonly problems: readonly Problem[];
}

/** The project whose entities are loaded. */
export interface KnowledgeOf {
  /** URI of its folder. */
  readonly root: string;
  readonly project: Project;
  /** Told when names that are in use were made again meanwhile. */
  renewed(): void;
}

/**
 * Loads the entities of a project: each source as it was compiled before, unless it has changed. Entity files go before
 * imported names, and these before the built-in territories. Never rejects for what files hold.
 */
export async function loadKnowledge(
  { root, project, renewed }: KnowledgeOf,
  key: string,
  segments: EntitySegments,
  host: Host,
  texts: Texts,
): Promise<EntityKnowledge> {
  const { files: globs, builtIn, imported } = project.entities;
  const uris = globs.length
    ? await host.files.list({ folder: root, include: globs, exclude: project.exclude })
    : [];
  const caches = imported.flatMap(({ name }) => importedSource(name, root, host) ?? []);
  segments.keepFor(root, [...uris, ...caches]);
  const parts: Segment[] = [];
  const files: EntityFileReport[] = [];
  const indexes: FileIndex[] = [];
  const unlabelled: LineProblem[] = [];
  for (const uri of uris) {
    const file = await segments.file(uri);
    if (file === undefined) continue;
    if (file.segment !== undefined) {
      parts.push(file.segment);
      const types = unlabelledTypes(file.segment, project.labels);
      unlabelled.push(...unlabelledProblems(uri, types, file.index));
    }
    if (file.index !== undefined) indexes.push(file.index);
    files.push(file.report);
  }
  const names = await loadImported(imported, { root, labels: project.labels }, segments, host, renewed);
  parts.push(...names.segments);
  if (builtIn) parts.push(await segments.builtIn());
  const fileName = (uri: string) => relativePath(root, uri) ?? baseName(uri);
  const cross = await runSteps(crossProblems(indexes, fileName), host, NEVER_CANCELLED);
  return {
    key,
    gazetteer: gazetteerOf(parts),
    files: await withProblems(files, [...unlabelled, ...cross], texts),
    problems: names.problems,
  };
}

/** The reports with what is to be said of files together, at its lines. */
async function withProblems(
  files: readonly EntityFileReport[],
  found: readonly LineProblem[],
  texts: Texts,
): Promise<EntityFileReport[]> {
  const all: EntityFileReport[] = [];
  for (const file of files) {
    const own = found.filter((problem) => problem.uri === file.uri);
    const text = own.length > 0 ? (file.text ?? (await textOf(file.uri, texts))) : undefined;
    if (text === undefined) all.push(file);
    else {
      const problems = [...file.problems, ...placedProblems(text, own)];
      all.push({ ...file, problems: problems.sort((a, b) => a.start - b.start) });
    }
  }
  return all;
}

async function textOf(uri: string, texts: Texts): Promise<string | undefined> {
  const read = await texts.read(uri, Number.POSITIVE_INFINITY);
  return read && 'document' in read ? read.document.getText() : undefined;
}

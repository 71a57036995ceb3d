import type { Segment } from '../../core/entities/names/segment.ts';
import { decodeSegment, encodeSegment } from '../../core/entities/names/segmentFile.ts';
import type { Problem } from '../../core/problem.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { EntityFileReport, FileSegment } from './fileSegment.ts';

/** A large entity file as it was compiled, of a text with this hash. */
export interface CompiledFile {
  readonly hash: string;
  readonly report: EntityFileReport;
  readonly segment: Segment;
}

/** So much of a cache's header is for problems; a file that has more of them is compiled each time. */
const MOST_PROBLEM_UNITS = 40_000;

/** What was kept of a file in another session; undefined where its text was another one, or nothing can be used. */
export async function keptCompiled(host: Host, uri: string, hash: string): Promise<FileSegment | undefined> {
  const bytes = await host.compiledNames?.get(uri);
  if (bytes === undefined) return undefined;
  const decoded = await runSteps(decodeSegment(bytes), host, NEVER_CANCELLED);
  if (!('segment' in decoded)) return undefined;
  const { origin } = decoded.header;
  if (origin.entityFile !== uri || origin.hash !== hash || !Array.isArray(origin.problems)) return undefined;
  const problems = origin.problems as Problem[];
  return { segment: decoded.segment, report: { uri, problems, entities: Number(origin.entities) } };
}

/** Keeps a file's compiled names for other sessions, where there is a place for that. */
export async function keepCompiled(host: Host, { hash, report, segment }: CompiledFile): Promise<void> {
  const { compiledNames } = host;
  if (compiledNames === undefined || JSON.stringify(report.problems).length > MOST_PROBLEM_UNITS) return;
  const { uri, problems, entities } = report;
  const chunks: Uint8Array[] = [];
  for (const chunk of encodeSegment(segment, { origin: { entityFile: uri, hash, problems, entities } })) {
    chunks.push(chunk);
    await host.pause();
  }
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  await compiledNames.put(uri, bytes);
}

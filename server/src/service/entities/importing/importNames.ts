import type { Entity } from '../../../core/entities/entity.ts';
import { countLetters } from '../../../core/entities/nameForm.ts';
import { SegmentBuilder } from '../../../core/entities/names/segmentBuilder.ts';
import { encodeSegment } from '../../../core/entities/names/segmentFile.ts';
import { JoinedEntities } from '../../../core/entities/sources/joinEntities.ts';
import { type Message, msg } from '../../../core/message.ts';
import type { Cancellation, Host } from '../../ports.ts';
import { Cancelled } from '../../ports.ts';
import { runSteps } from '../../stepping.ts';
import {
  freshState,
  type ImportReport,
  type ImportState,
  readState,
  setupOf,
  writeState,
} from './importState.ts';
import type { ImportDisk, SourceFacts, Spool } from './ports.ts';
import { readSource } from './readSource.ts';
import type { ImportOrigin, ImportRequest } from './request.ts';
import { readSpoolLine } from './spoolLine.ts';

/** How an import went. `stopped`: nothing was made, why, and because of which file. */
export type ImportOutcome =
  | { readonly stopped: Message; readonly file?: string; readonly report: ImportReport }
  | { readonly report: ImportReport; readonly bytes: number; readonly resumed: boolean };

export type ImportPhase = 'reading' | 'joining' | 'writing';

/** How an import is run. */
export interface ImportRun {
  readonly host: Host;
  readonly disk: ImportDisk;
  readonly cancel: Cancellation;
  /** `done` of `all` bytes of the sources, or parts. */
  progress?(phase: ImportPhase, done: number, all: number): void;
  /** Nothing is written, only told what would be. */
  readonly dryRun?: boolean;
  /** Bytes of a source after which an interrupted import goes on at the latest. */
  readonly checkpoint?: number;
}

/** Where nothing is written, so many ids are remembered; lines about one of the others count as several entities. */
const MOST_KEPT = 1_000_000;
/** Bytes of sources for each part of the spool: as entities, one part is held in memory at a time. */
const PART_BYTES = 128_000_000;
const MOST_PARTS = 128;
/** What gzip makes of lists of names, turned round. */
const INFLATION = 8;
/** A second of reading. */
const CHECKPOINT_BYTES = 64_000_000;

/**
 * Makes one cache of the names of sources of any size: they are read once, line by line, and written down by parts in
 * which all lines about one entity are together; then each part is joined and compiled. An interrupted import goes on
 * where it last wrote down how far it was, and gives the same bytes. Throws {@link Cancelled}.
 */
export async function importNames(request: ImportRequest, run: ImportRun): Promise<ImportOutcome> {
  const { disk } = run;
  const facts: SourceFacts[] = [];
  for (const path of request.sources) {
    const found = await disk.facts(path);
    if (found === undefined)
      return stopped(msg('There is no such file, or it cannot be read. Check the path.'), path);
    facts.push(found);
  }
  const bytes = facts.reduce((sum, f) => sum + f.size * (f.path.endsWith('.gz') ? INFLATION : 1), 0);
  const parts = run.dryRun ? 1 : Math.min(MOST_PARTS, Math.max(1, Math.ceil(bytes / PART_BYTES)));
  if (run.dryRun) return readAll(request, run, facts, undefined, freshState(parts), '');
  const spool = await disk.spool(request.name, parts);
  if (spool === undefined) {
    const message = msg(
      '“{0}” is being imported by another process, or was until a moment ago. Wait ten seconds, or give this one another --name.',
      request.name,
    );
    return stopped(message);
  }
  let done = false;
  try {
    const setup = setupOf(request, facts, parts);
    const known = readState(await spool.state(), setup);
    const isWhole = await spool.cut(known?.sizes ?? []);
    const state = known !== undefined && isWhole ? known : freshState(parts);
    if (state !== known) await spool.cut([]);
    const outcome = await readAll(request, run, facts, spool, state, setup);
    done = true;
    return outcome;
  } finally {
    await spool.close(done);
  }
}

function stopped(message: Message, file?: string): ImportOutcome {
  return {
    stopped: message,
    ...(file === undefined ? {} : { file }),
    report: { sources: [], entities: 0, names: 0, leftOut: [] },
  };
}

async function readAll(
  request: ImportRequest,
  run: ImportRun,
  facts: readonly SourceFacts[],
  spool: Spool | undefined,
  state: ImportState,
  setup: string,
): Promise<ImportOutcome> {
  const resumed = state.source > 0 || state.offset > 0;
  const all = facts.reduce((sum, f) => sum + f.size, 0);
  const counted = { entities: 0, names: 0 };
  const kept = new Set<string>();
  for (; state.source < facts.length; state.source++, state.offset = 0, state.line = 0) {
    const at = facts[state.source];
    if (at === undefined) break;
    const before = facts.slice(0, state.source).reduce((sum, f) => sum + f.size, 0);
    const failure = await readSource(at, request, state, {
      ...run,
      spool,
      checkpointBytes: run.checkpoint ?? CHECKPOINT_BYTES,
      save: async () => spool?.save(writeState(setup, { ...state, sizes: await spool.sizes() })),
      progress: (consumed) => run.progress?.('reading', before + consumed, all),
      count(entity) {
        if (!kept.has(entity.id)) counted.entities++;
        if (run.dryRun && kept.size < MOST_KEPT) kept.add(entity.id);
        counted.names += namesOf(entity);
      },
    });
    if (failure !== undefined) return { stopped: failure, file: at.path, report: reportOf(state, counted) };
  }
  if (state.reports.every(({ entities }) => entities === 0)) {
    const message = msg(
      'Nothing was imported: no line has an entity that was asked for. Look at what was left out, and at --languages and --types.',
    );
    return { stopped: message, report: reportOf(state, counted) };
  }
  if (spool === undefined) return { report: reportOf(state, counted), bytes: 0, resumed };
  await spool.save(writeState(setup, { ...state, sizes: await spool.sizes() }));
  const { written, entities, names } = await compile(request, run, facts, spool, state);
  return { report: reportOf(state, { entities, names }), bytes: written, resumed };
}

function reportOf(state: ImportState, counted: { entities: number; names: number }): ImportReport {
  return { sources: state.reports, leftOut: state.leftOut.list(), ...counted };
}

/** Joins what was written down, compiles it, and puts the cache in place. */
async function compile(
  request: ImportRequest,
  run: ImportRun,
  facts: readonly SourceFacts[],
  spool: Spool,
  state: ImportState,
) {
  const { host, disk, cancel } = run;
  const source = { kind: 'imported', name: request.name } as const;
  const builder = new SegmentBuilder();
  const counted = { entities: 0, names: 0 };
  const parts = state.sizes.length;
  let pauseAt = host.now() + 10;
  for (let part = 0; part < parts; part++) {
    run.progress?.('joining', part, parts);
    const joined = new JoinedEntities((_severity, code, message) =>
      state.leftOut.problem(code, message, request.name, 0, ''),
    );
    for await (const lines of spool.lines(part)) {
      for (const line of lines) {
        const entity = readSpoolLine(line, source);
        if (entity !== undefined) joined.add(entity);
      }
      if (cancel.isCancellationRequested) throw new Cancelled();
      if (host.now() > pauseAt) {
        await host.pause();
        pauseAt = host.now() + 10;
      }
    }
    await runSteps(addAll(await runSteps(joined.all(), host, cancel), builder, counted), host, cancel);
  }
  run.progress?.('writing', 0, 1);
  const segment = await runSteps(builder.finish(), host, cancel);
  const { from, choice, name } = request;
  const origin: ImportOrigin = {
    import: 1,
    name,
    sources: facts,
    ...(from === undefined ? {} : { from }),
    choice,
    ...counted,
  };
  const written = await disk.writeCache(request.output, encodeSegment(segment, { origin: { ...origin } }));
  return { written, ...counted };
}

/** Entities between two steps. */
const ENTITIES_A_STEP = 50;

function* addAll(
  entities: readonly Entity[],
  builder: SegmentBuilder,
  counted: { entities: number; names: number },
): Generator<void, void> {
  for (const [i, entity] of entities.entries()) {
    builder.add(entity);
    counted.entities++;
    counted.names += namesOf(entity);
    if (i % ENTITIES_A_STEP === 0) yield;
  }
}

/** How many names a source lists of an entity: where it has the canonical one only, that, unless it is one letter. */
function namesOf({ name, names }: Entity): number {
  let count = 0;
  for (const own of names.values()) count += own.length;
  return count === 0 && countLetters(name) > 1 ? 1 : count;
}
